package dev.holdfast.local.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the functions write to standard output and standard error, from now until it is closed. */
final class HeardOutput implements AutoCloseable {
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    HeardOutput() {
        PrintStream both = new PrintStream(heard, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
    }

    List<String> lines() {
        return heard.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
    }
}
