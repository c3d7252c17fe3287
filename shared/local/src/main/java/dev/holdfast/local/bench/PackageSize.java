package dev.holdfast.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The size of a function's package, unpacked as Lambda counts it against its limit; jars hardly shrink in a zip. */
final class PackageSize {
    private PackageSize() {}

    /** In bytes. */
    static long of(Path artefact) throws IOException {
        try (Stream<Path> files = Files.walk(artefact)) {
            long bytes = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        }
    }
}
