package dev.holdfast.local.cloud.functions;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.holdfast.local.cloud.template.FunctionSpec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A handler instance; each invocation runs on a thread of its own and is given up at the function's time-out. */
public final class HandlerFunction implements LambdaFunction {
    private static final Logger LOG = LoggerFactory.getLogger(HandlerFunction.class);

    private final String name;
    private final Duration timeout;
    private final int memoryMegabytes;
    private final ClassLoader classes;
    private final RequestStreamHandler handler;

    public HandlerFunction(FunctionSpec spec, ClassLoader classes, RequestStreamHandler handler) {
        this.name = spec.name();
        this.timeout = spec.timeout();
        this.memoryMegabytes = spec.memoryMegabytes();
        this.classes = classes;
        this.handler = handler;
    }

    @Override
    public String name() {
        return name;
    }

    /** The handler's class is of another loader: nothing but its name and the text that it answers is known here. */
    @Override
    public Optional<String> openApiPaths() {
        try {
            return Optional.of(
                    (String) handler.getClass().getMethod("openApiPaths").invoke(handler));
        } catch (NoSuchMethodException servesNoHttp) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name + " cannot tell what it serves", e);
        }
    }

    @Override
    public byte[] invoke(byte[] event) throws FunctionFailed, InterruptedException {
        Invocation context = new Invocation(name, memoryMegabytes, timeout);
        FutureTask<byte[]> call = new FutureTask<>(() -> {
            ByteArrayOutputStream response = new ByteArrayOutputStream();
            handler.handleRequest(new ByteArrayInputStream(event), response, context);
            return response.toByteArray();
        });
        Thread thread = Thread.ofVirtual().name(name).unstarted(call);
        thread.setContextClassLoader(classes);
        thread.start();
        try {
            return call.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            LOG.warn("{} failed, request {}", name, context.getAwsRequestId(), e.getCause());
            throw new FunctionFailed(name + " failed", e.getCause());
        } catch (TimeoutException e) {
            call.cancel(true);
            LOG.warn("{} ran past its {} s, request {}", name, timeout.toSeconds(), context.getAwsRequestId());
            throw new FunctionFailed(name + " timed out after " + timeout.toSeconds() + " seconds");
        }
    }
}
