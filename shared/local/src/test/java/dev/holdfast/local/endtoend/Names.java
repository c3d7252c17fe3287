package dev.holdfast.local.endtoend;

import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Names that nobody had before, so that scenarios share one system and leave each other alone. */
final class Names {
    private static final String RUN =
            UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Names() {}

    static String next(String kind) {
        return kind + "-" + RUN + "-" + COUNT.incrementAndGet();
    }
}
