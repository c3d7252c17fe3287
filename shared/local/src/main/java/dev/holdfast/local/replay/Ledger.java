package dev.holdfast.local.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * What was acknowledged, kept apart from the system that acknowledged it: JSON, one line an order, written out before
 * the next order is sent. An order that was acknowledged twice stands there twice.
 */
public final class Ledger implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Writer writer;

    private Ledger(Writer writer) {
        this.writer = writer;
    }

    /**
     * Opens it to append.
     *
     * @throws IOException when the file cannot be written
     */
    public static Ledger append(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return new Ledger(Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    /** Notes an acknowledged order; when this returns the line is with the operating system. */
    public synchronized void acknowledged(LedgerEntry entry) {
        try {
            writer.write(JSON.createObjectNode()
                    .put("channel", entry.channel())
                    .put("orderNumber", entry.orderNumber())
                    .put("orderId", entry.orderId())
                    .put("sha256", entry.sha256())
                    .toString());
            writer.write('\n');
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger cannot be written: is the disk full?", e);
        }
    }

    /**
     * Everything in a ledger; nothing when there is no such file. A last line that was torn when its writer was killed
     * does not count: its order was not taken for acknowledged.
     *
     * @throws IOException when the file cannot be read or is no ledger
     */
    public static List<LedgerEntry> read(Path file) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (NoSuchFileException none) {
            return List.of();
        }
        List<LedgerEntry> entries = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            try {
                entries.add(entry(JSON.readTree(lines.get(i))));
            } catch (JsonProcessingException e) {
                if (i < lines.size() - 1) {
                    throw new IOException("line " + (i + 1) + " of " + file + " is not one of a ledger", e);
                }
            }
        }
        return entries;
    }

    private static LedgerEntry entry(JsonNode line) {
        return new LedgerEntry(
                line.path("channel").asText(),
                line.path("orderNumber").asText(),
                line.path("orderId").asText(),
                line.path("sha256").asText());
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
