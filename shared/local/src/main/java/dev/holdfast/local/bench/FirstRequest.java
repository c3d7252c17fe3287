package dev.holdfast.local.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The first request of an execution environment: a sample of the function, made different for each start so that no
 * start repeats what another one did.
 *
 * @param event the sample's text
 * @param once what in it must be another in each start; empty where the request may be repeated
 */
record FirstRequest(String event, String once) {
    private static final String SAMPLES = "events/invocations/";
    private static final Map<String, String> SAMPLE = Map.of("order-api", "read");
    private static final Map<String, String> ONCE =
            Map.of("order-intake", "536365", "stock-api", "DN-20261124-7", "replenishment-api", "85123A");

    /** Of a function of this template's project; the first of its accepted samples, or what stands in the table. */
    static FirstRequest of(Path template, String function) {
        String sample = SAMPLE.getOrDefault(function, "accepted");
        try (Stream<Path> files = Files.list(template.resolveSibling(SAMPLES + function))) {
            Path file = files.filter(path -> String.valueOf(path.getFileName()).startsWith(sample))
                    .sorted()
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(function + " has no sample " + sample));
            return new FirstRequest(Files.readString(file), ONCE.getOrDefault(function, ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of this start. */
    byte[] of(int start) {
        String text = once.isEmpty() ? event : event.replace(once, once(start));
        return text.getBytes(StandardCharsets.UTF_8);
    }

    String once(int start) {
        return once + "-" + start;
    }
}
