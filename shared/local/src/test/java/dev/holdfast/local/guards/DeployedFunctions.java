package dev.holdfast.local.guards;

import dev.holdfast.local.cloud.DataDirectory;
import dev.holdfast.local.cloud.Endpoint;
import dev.holdfast.local.cloud.deployed.DeployedFunction;
import dev.holdfast.local.cloud.deployed.ManagedRuntime;
import dev.holdfast.local.cloud.functions.FunctionFailed;
import dev.holdfast.local.cloud.functions.FunctionLoader;
import dev.holdfast.local.cloud.functions.LambdaFunction;
import dev.holdfast.local.cloud.template.FunctionSpec;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** One process for each function of the local cloud that starts in this process. */
final class DeployedFunctions implements FunctionLoader, AutoCloseable {
    private final ManagedRuntime runtime = ManagedRuntime.ofProject(Repository.TEMPLATE);
    private final DataDirectory logs = DataDirectory.temporary();
    private final Queue<DeployedFunction> started = new ConcurrentLinkedQueue<>();

    /** Returns when it is initialised: as many start at once as the caller has threads. */
    @Override
    public LambdaFunction load(FunctionSpec spec) {
        DeployedFunction function = DeployedFunction.start(
                spec,
                new DeployedFunction.Start(
                        runtime,
                        Endpoint.announced(),
                        List.of(),
                        Map.of(),
                        logs.path().resolve(spec.name() + ".log")));
        started.add(function);
        try {
            return function.initialised();
        } catch (FunctionFailed e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        started.forEach(DeployedFunction::close);
        logs.close();
    }
}
