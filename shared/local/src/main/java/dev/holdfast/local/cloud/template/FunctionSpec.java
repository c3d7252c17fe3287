package dev.holdfast.local.cloud.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A function as the template declares it; {@code sources} are by the name of their event. */
public record FunctionSpec(
        String name,
        Path artefact,
        String handler,
        Duration timeout,
        int memoryMegabytes,
        Map<String, String> environment,
        Map<String, EventSource> sources) {}
