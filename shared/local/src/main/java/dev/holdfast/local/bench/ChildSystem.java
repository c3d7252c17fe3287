package dev.holdfast.local.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A fresh, empty system in a process of its own, on ports that are free; closing it leaves nothing behind. */
final class ChildSystem implements AutoCloseable {
    /** What runs for long pays to be compiled well; {@code holdfast up} on a desk is compiled once, to be there soon. */
    private static final String FULLY_COMPILED = "-XX:TieredStopAtLevel=4";

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final Process process;
    private final Path folder;
    private final URI api;
    private final URI aws;

    private ChildSystem(Process process, Path folder, URI api, URI aws) {
        this.process = process;
        this.folder = folder;
        this.api = api;
        this.aws = aws;
    }

    /**
     * Starts it, with this process's class path and JVM options but fully compiled, and returns when it answers.
     *
     * @throws IOException when it does not start; the message shows the end of what it printed
     */
    static ChildSystem start(Path template, boolean inMemory) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("holdfast-bench");
        int apiPort = freePort();
        int awsPort = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add(FULLY_COMPILED);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of("dev.holdfast.local.cli.Holdfast", "up", "--empty"));
        command.addAll(List.of("--template", template.toString()));
        command.addAll(List.of("--api-port", "" + apiPort, "--aws-port", "" + awsPort));
        command.addAll(
                inMemory
                        ? List.of("--in-memory")
                        : List.of("--data", folder.resolve("data").toString()));
        File output = folder.resolve("output").toFile();
        ChildSystem system = new ChildSystem(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output)
                        .start(),
                folder,
                URI.create("http://localhost:" + apiPort),
                URI.create("http://127.0.0.1:" + awsPort));
        boolean up = false;
        try {
            system.awaitAnswer(output);
            up = true;
            return system;
        } finally {
            if (!up) {
                system.close();
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer(File output) throws IOException, InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest anything =
                    HttpRequest.newBuilder(api.resolve("/v1/orders?limit=1")).build();
            while (process.isAlive() && System.nanoTime() < end) {
                try {
                    http.send(anything, HttpResponse.BodyHandlers.discarding());
                    return;
                } catch (IOException notYet) {
                    Thread.sleep(LOOK_EVERY);
                }
            }
        }
        List<String> lines = Files.readAllLines(output.toPath());
        throw new IOException("The system to measure did not start: "
                + (lines.isEmpty() ? "it printed nothing" : "its last words are: " + lines.getLast()));
    }

    URI api() {
        return api;
    }

    URI aws() {
        return aws;
    }

    /** CPU time that it has used since it started, in all its threads. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
