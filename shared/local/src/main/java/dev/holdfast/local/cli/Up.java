package dev.holdfast.local.cli;

import dev.holdfast.local.cloud.LocalCloud;
import dev.holdfast.local.cloud.LocalCloudOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts everything that the template declares and keeps it running. */
@Command(
        name = "up",
        description = "Starts the whole system on this machine and keeps it running until Ctrl-C.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class Up implements Callable<Integer> {
    @Option(names = "--template", paramLabel = "FILE", defaultValue = "template.yaml", description = "What to start.")
    private Path template = Path.of("template.yaml");

    @Option(names = "--data", paramLabel = "DIR", defaultValue = ".holdfast", description = "Where to keep everything.")
    private Path data = Path.of(".holdfast");

    @Option(names = "--in-memory", description = "Keep nothing: everything is gone at the end.")
    private boolean inMemory;

    @Option(names = "--empty", description = "Leave out the made-up shop.")
    private boolean empty;

    @Option(names = "--api-port", paramLabel = "PORT", defaultValue = "3000", description = "Port of the HTTP API.")
    private int apiPort = LocalCloudOptions.API_PORT;

    @Option(names = "--aws-port", paramLabel = "PORT", defaultValue = "4566", description = "Port of the AWS APIs.")
    private int awsPort = LocalCloudOptions.AWS_PORT;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Path kept = inMemory ? null : data;
        Path log = LogFile.capture(kept);
        Screen screen = new Screen(out);
        LocalCloud cloud = LocalCloud.start(new LocalCloudOptions(template, kept, apiPort, awsPort, null), screen);
        CountDownLatch stopped = stopOnExit(cloud, screen);
        screen.welcome(cloud, kept, log);
        if (cloud.isFresh() && !empty) {
            new DemoShop(cloud.apiUrl(), cloud.awsUrl(), screen).open();
        }
        screen.firstOrder(cloud);
        stopped.await();
        return 0;
    }

    private static CountDownLatch stopOnExit(LocalCloud cloud, Screen screen) {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            screen.line("Stopping: what has begun ends first.");
            cloud.close();
            screen.line("Stopped.");
            stopped.countDown();
        }));
        return stopped;
    }
}
