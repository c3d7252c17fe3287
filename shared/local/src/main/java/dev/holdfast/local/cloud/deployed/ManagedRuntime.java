package dev.holdfast.local.cloud.deployed;

import dev.holdfast.local.cloud.CannotStart;
import dev.holdfast.local.cloud.template.FunctionSpec;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A stand-in for Lambda's managed Java runtime: AWS's own runtime interface client on the class path, which finds the
 * artefact in the working directory, and the flags of the managed runtime.
 *
 * <p>The flags are those that the published base images start Java 17 and 21 with, as people printed them from inside
 * Lambda: a heap of 85 % of the memory, the serial collector, the first compiler only. AWS documents that Java 25 keeps
 * the first compiler only, except with SnapStart, and that the patch of log4j went. What cannot be had here: the
 * archive of classes that the managed runtime brings for the JDK and the client; the JDK's own takes its place.
 *
 * <p>The client has a native part, for Linux with glibc only; as in the managed runtime, it is loaded from where it lies.
 */
public final class ManagedRuntime {
    private static final int HEAP_PERCENT = 85;
    private static final int PERCENT = 100;
    private static final int KILOBYTES = 1024;

    private static final String NATIVE_PART =
            "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI=";

    private final List<Path> jars;
    private final Path nativePart;

    private ManagedRuntime(List<Path> jars, Path nativePart) {
        this.jars = jars;
        this.nativePart = nativePart;
    }

    /** The runtime that the build has laid beside the command line, in the project of this template. */
    public static ManagedRuntime ofProject(Path template) {
        Path directory = template.toAbsolutePath().resolveSibling("shared/local/target/lambda-runtime");
        try (Stream<Path> files = Files.list(directory)) {
            String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
            return new ManagedRuntime(
                    files.filter(file -> file.toString().endsWith(".jar"))
                            .sorted()
                            .toList(),
                    directory.resolve("jni/libaws-lambda-jni.linux-" + processor + ".so"));
        } catch (IOException e) {
            throw new CannotStart("There is no " + directory + ": build it with 'mvn package' first.", e);
        }
    }

    /** What starts this function; more flags go before the runtime's own. */
    List<String> command(FunctionSpec spec, List<String> flags) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(flags(spec.memoryMegabytes()));
        command.add(NATIVE_PART + nativePart);
        command.add("-classpath");
        command.add(jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add("com.amazonaws.services.lambda.runtime.api.client.AWSLambda");
        command.add(spec.handler());
        return command;
    }

    /** The flags of a function with this memory. */
    public static List<String> flags(int memoryMegabytes) {
        return List.of(
                "-XX:MaxHeapSize=" + memoryMegabytes * KILOBYTES * HEAP_PERCENT / PERCENT + "k",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-XX:+TieredCompilation",
                "-XX:TieredStopAtLevel=1",
                "--add-opens=java.base/java.io=ALL-UNNAMED",
                "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
                "-XX:+ErrorFileToStderr");
    }
}
