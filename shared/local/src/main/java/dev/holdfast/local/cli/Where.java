package dev.holdfast.local.cli;

import java.net.URI;
import picocli.CommandLine.Option;

/** Where the running system is. */
final class Where {
    static final String LEDGER = ".holdfast/replay-ledger.jsonl";

    @Option(
            names = "--api",
            paramLabel = "URL",
            defaultValue = "http://localhost:3000",
            description = "The running system's API.")
    private URI api = URI.create("http://localhost:3000");

    @Option(
            names = "--aws",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:4566",
            description = "The running system's AWS APIs.")
    private URI aws = URI.create("http://127.0.0.1:4566");

    URI api() {
        return api;
    }

    URI aws() {
        return aws;
    }
}
