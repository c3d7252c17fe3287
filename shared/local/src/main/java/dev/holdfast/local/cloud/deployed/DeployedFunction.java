package dev.holdfast.local.cloud.deployed;

import dev.holdfast.local.cloud.CannotStart;
import dev.holdfast.local.cloud.Endpoint;
import dev.holdfast.local.cloud.functions.FunctionFailed;
import dev.holdfast.local.cloud.functions.LambdaFunction;
import dev.holdfast.local.cloud.template.FunctionSpec;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One execution environment: the artefact as it is deployed, in a process of its own that sees nothing of this one. It
 * serves one invocation at a time, as in Lambda; whoever comes meanwhile waits. Closing it ends the process.
 */
public final class DeployedFunction implements LambdaFunction, AutoCloseable {
    private static final Duration START = Duration.ofMinutes(1);

    private final FunctionSpec spec;
    private final RuntimeApi api;
    private final Process process;
    private final CompletableFuture<Void> ended;
    private final ReentrantLock oneAtATime = new ReentrantLock(true);

    private DeployedFunction(FunctionSpec spec, RuntimeApi api, Process process, Path log) {
        this.spec = spec;
        this.api = api;
        this.process = process;
        this.ended = process.onExit()
                .thenAccept(dead -> api.gone("ended with " + dead.exitValue() + "; it said: " + words(log)));
    }

    private static String words(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "(" + log + " cannot be read)";
        }
    }

    /**
     * How to start it.
     *
     * @param aws where its AWS SDK finds all services
     * @param flags of the JVM, before those of the managed runtime
     * @param variables beside those that the template declares
     * @param log where its output goes
     */
    public record Start(ManagedRuntime runtime, URI aws, List<String> flags, Map<String, String> variables, Path log) {}

    /** Starts it, and returns while it is still initialising. */
    public static DeployedFunction start(FunctionSpec spec, Start how) {
        RuntimeApi api = new RuntimeApi(spec.name(), Clock.systemUTC());
        ProcessBuilder builder = new ProcessBuilder(how.runtime().command(spec, how.flags()))
                .directory(spec.artefact().toFile())
                .redirectErrorStream(true)
                .redirectOutput(how.log().toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(spec.environment());
        environment.putAll(Endpoint.variables(how.aws()));
        environment.putAll(lambdaVariables(spec, api));
        environment.putAll(how.variables());
        try {
            return new DeployedFunction(spec, api, builder.start(), how.log());
        } catch (IOException e) {
            api.close();
            throw new CannotStart(spec.name() + " cannot be started (" + e.getMessage() + ").", e);
        }
    }

    private static Map<String, String> lambdaVariables(FunctionSpec spec, RuntimeApi api) {
        return Map.ofEntries(
                Map.entry("AWS_LAMBDA_RUNTIME_API", api.address()),
                Map.entry("_HANDLER", spec.handler()),
                Map.entry("LAMBDA_TASK_ROOT", spec.artefact().toString()),
                Map.entry("AWS_EXECUTION_ENV", "AWS_Lambda_java25"),
                Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
                Map.entry("AWS_LAMBDA_FUNCTION_NAME", spec.name()),
                Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
                Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(spec.memoryMegabytes())),
                Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + spec.name()),
                Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", "deployed"),
                Map.entry("LANG", "en_US.UTF-8"),
                Map.entry("TZ", ":UTC"));
    }

    /** Waits until it asks for its first event. */
    public DeployedFunction initialised() throws FunctionFailed, InterruptedException {
        try {
            api.initialised().get(START.toSeconds(), TimeUnit.SECONDS);
            return this;
        } catch (ExecutionException e) {
            throw new FunctionFailed(spec.name() + " does not start", e.getCause());
        } catch (TimeoutException e) {
            throw new FunctionFailed(spec.name() + " did not start within " + START.toSeconds() + " s", e);
        }
    }

    @Override
    public String name() {
        return spec.name();
    }

    @Override
    public byte[] invoke(byte[] event) throws FunctionFailed, InterruptedException {
        oneAtATime.lockInterruptibly();
        try {
            Duration patience = api.initialised().isDone() ? spec.timeout() : START.plus(spec.timeout());
            return api.invoke(event, spec.timeout()).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new FunctionFailed(spec.name() + " failed", e.getCause());
        } catch (TimeoutException e) {
            throw new FunctionFailed(spec.name() + " timed out", e);
        } finally {
            oneAtATime.unlock();
        }
    }

    /** CPU time that its process has used since it started, in all its threads. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        ended.join();
        api.close();
    }
}
