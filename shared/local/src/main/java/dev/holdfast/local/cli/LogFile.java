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
 * Where everything that logs in this process goes, the functions too: as on Lambda they write to standard error and, what
 * they measure, to standard output, and both are this file. Whoever speaks to a person takes their output before.
 */
final class LogFile {
    private LogFile() {}

    static Path capture(@Nullable Path data) {
        try {
            Path file = data == null
                    ? Files.createTempFile("holdfast", ".log")
                    : Files.createDirectories(data).resolve("holdfast.log");
            PrintStream log = new PrintStream(new FileOutputStream(file.toFile(), true), true, StandardCharsets.UTF_8);
            System.setErr(log);
            System.setOut(log);
            return file;
        } catch (IOException e) {
            throw new CannotStart(
                    "The data directory " + data
                            + " cannot be read and written: give this user the right to, or name another one with --data.",
                    e);
        }
    }
}
