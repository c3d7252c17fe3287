package dev.holdfast.local.cloud;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A local cloud in a process of its own, to be killed. */
final class KillTarget {
    static final String READY = "READY ";

    private KillTarget() {}

    public static void main(String[] arguments) throws InterruptedException {
        LocalCloud cloud = LocalCloud.start(
                LocalCloudOptions.inMemory(Path.of(arguments[0]))
                        .withData(Path.of(arguments[1]))
                        .withFunctions(new ToyFunctions()),
                Progress.SILENT);
        System.out.println(READY + cloud.awsUrl());
        new CountDownLatch(1).await();
    }
}
