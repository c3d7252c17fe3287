package dev.holdfast.local.cloud.functions;

import java.util.Optional;

/** A function that can be invoked, many times at once. */
public interface LambdaFunction {
    String name();

    /** What it tells of its routes, as the {@code paths} of an OpenAPI document; empty where it serves no HTTP. */
    default Optional<String> openApiPaths() {
        return Optional.empty();
    }

    /**
     * Invokes it with the event and returns its response.
     *
     * @throws FunctionFailed when it threw or ran past its time-out
     */
    byte[] invoke(byte[] event) throws FunctionFailed, InterruptedException;
}
