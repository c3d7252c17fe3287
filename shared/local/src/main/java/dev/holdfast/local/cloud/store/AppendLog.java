package dev.holdfast.local.cloud.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * JSON documents, one a line, only ever appended; each has a position, from 1. What {@link #append} has returned for
 * survives a kill of this process. A line that a kill tore is cut off when the log is opened again.
 */
public final class AppendLog implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte LINE_END = '\n';
    private static final int BUFFER_BYTES = 64 * 1024;

    private final FileChannel channel;
    /** Where each line begins; the last element is where the next one will. */
    private final List<Long> offsets = new ArrayList<>(List.of(0L));

    private AppendLog(FileChannel channel) {
        this.channel = channel;
    }

    public static AppendLog open(Path file) {
        try {
            AppendLog log = new AppendLog(FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
            log.findLines();
            return log;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Appends the document and returns its position. */
    public synchronized long append(JsonNode document) {
        try {
            byte[] json = JSON.writeValueAsBytes(document);
            ByteBuffer line =
                    ByteBuffer.allocate(json.length + 1).put(json).put(LINE_END).flip();
            long end = offsets.getLast();
            long next = end + line.remaining();
            while (line.hasRemaining()) {
                channel.write(line, next - line.remaining());
            }
            offsets.add(next);
            return count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized long count() {
        return offsets.size() - 1L;
    }

    /** Documents behind the position, in order, at most {@code limit} of those that match. */
    public synchronized List<Entry> after(long position, int limit, Predicate<JsonNode> matches) {
        List<Entry> found = new ArrayList<>();
        for (long next = Math.max(0, position) + 1; next <= count() && found.size() < limit; next++) {
            JsonNode document = read(next);
            if (matches.test(document)) {
                found.add(new Entry(next, document));
            }
        }
        return found;
    }

    /** A document and its position. */
    public record Entry(long position, JsonNode document) {}

    private JsonNode read(long position) {
        int index = Math.toIntExact(position - 1);
        long begin = offsets.get(index);
        ByteBuffer line = ByteBuffer.allocate(Math.toIntExact(offsets.get(index + 1) - 1 - begin));
        try {
            while (line.hasRemaining() && channel.read(line, begin + line.position()) >= 0) {}
            return JSON.readTree(line.array());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("line " + position + " of the log is no JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void findLines() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        long at = 0;
        while (channel.read(buffer.clear(), at) > 0) {
            buffer.flip();
            for (int i = 0; i < buffer.limit(); i++) {
                if (buffer.get(i) == LINE_END) {
                    offsets.add(at + i + 1);
                }
            }
            at += buffer.limit();
        }
        channel.truncate(offsets.getLast());
    }

    @Override
    public synchronized void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
