package dev.holdfast.local.cloud.functions;

/** A function that can be invoked, many times at once. */
public interface LambdaFunction {
    String name();

    /**
     * Invokes it with the event and returns its response.
     *
     * @throws FunctionFailed when it threw or ran past its time-out
     */
    byte[] invoke(byte[] event) throws FunctionFailed, InterruptedException;
}
