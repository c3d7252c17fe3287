package dev.holdfast.local.cloud.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code AWS::Serverless::Function}, with what {@code Globals} adds. */
final class FunctionReader {
    private static final String[] MEANINGLESS = {
        "Runtime",
        "Architectures",
        "Tags",
        "Tracing",
        "Policies",
        "Role",
        "Description",
        "SnapStart",
        "AutoPublishAlias",
        "AutoPublishAliasAllProperties",
        "ReservedConcurrentExecutions",
        "LoggingConfig",
        "EphemeralStorage",
        "PackageType",
        "PermissionsBoundary",
        "DeploymentPreference",
        "RecursiveLoop"
    };

    private FunctionReader() {}

    static FunctionSpec read(String name, Section properties, Section globals, Path directory) {
        Map<String, String> environment = new LinkedHashMap<>();
        addVariables(globals, environment);
        addVariables(properties, environment);
        Map<String, EventSource> sources = new LinkedHashMap<>();
        Section events = properties.section("Events");
        for (String event : events.keys()) {
            sources.put(event, EventReader.read(events.section(event)));
        }
        FunctionSpec function = new FunctionSpec(
                name,
                directory.resolve(properties.text("CodeUri")),
                properties.text("Handler"),
                Duration.ofSeconds(properties.number("Timeout", globals.number("Timeout", 3))),
                properties.number("MemorySize", globals.number("MemorySize", 128)),
                environment,
                sources);
        globals.refuseTheRest(MEANINGLESS);
        properties.refuseTheRest(MEANINGLESS);
        return function;
    }

    private static void addVariables(Section section, Map<String, String> environment) {
        Section declared = section.section("Environment");
        Section variables = declared.section("Variables");
        for (String variable : variables.keys()) {
            environment.put(variable, variables.text(variable));
        }
        declared.refuseTheRest();
    }
}
