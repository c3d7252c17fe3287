package dev.holdfast.local.cli;

import dev.holdfast.local.cloud.CannotStart;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where everything that logs in this process goes, the functions too: their loggers write to standard error, as on
 * Lambda, and standard error is this file.
 */
final class LogFile {
    private LogFile() {}

    static Path capture(@Nullable Path data) {
        try {
            Path file = data == null
                    ? Files.createTempFile("holdfast", ".log")
                    : Files.createDirectories(data).resolve("holdfast.log");
            System.setErr(new PrintStream(new FileOutputStream(file.toFile(), true), true, StandardCharsets.UTF_8));
            return file;
        } catch (IOException e) {
            throw new CannotStart(
                    "The data directory " + data
                            + " cannot be read and written: give this user the right to, or name another one with --data.",
                    e);
        }
    }
}
