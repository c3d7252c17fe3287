package dev.holdfast.local.replay;

import java.net.URI;
import java.nio.file.Path;

/**
 * How to replay.
 *
 * @param days of the file, from its first
 * @param limit orders at most
 * @param threads that place orders
 * @param dispatch whether what becomes ready is handed over
 */
public record ReplayOptions(
        Path file, int days, int limit, URI api, URI aws, int threads, boolean dispatch, Path ledger) {}
