package dev.holdfast.local.bench;

import dev.holdfast.local.bench.byhand.OrderIntakeByHand;
import dev.holdfast.local.cloud.template.FunctionSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Makes the artefact of {@code order-intake} wired by hand: its libraries without the framework, and one class more. */
final class HandWired {
    /** Jars by the start of their names that only the framework needs. */
    private static final List<String> FRAMEWORK = List.of("micronaut-", "jakarta.");

    private HandWired() {}

    static FunctionSpec of(FunctionSpec orderIntake, Path directory) throws IOException {
        Path lib = Files.createDirectories(directory.resolve("lib"));
        try (Stream<Path> jars = Files.list(orderIntake.artefact().resolve("lib"))) {
            for (Path jar : jars.toList()) {
                String name = String.valueOf(jar.getFileName());
                if (FRAMEWORK.stream().noneMatch(name::startsWith)) {
                    Files.copy(jar, lib.resolve(name));
                }
            }
        }
        String handler = OrderIntakeByHand.class.getName();
        String file = handler.replace('.', '/') + ".class";
        Path target = directory.resolve(file);
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        try (InputStream classFile =
                Objects.requireNonNull(OrderIntakeByHand.class.getResourceAsStream("/" + file), handler)) {
            Files.copy(classFile, target);
        }
        return new FunctionSpec(
                orderIntake.name(),
                directory,
                handler,
                orderIntake.timeout(),
                orderIntake.memoryMegabytes(),
                orderIntake.environment(),
                orderIntake.sources());
    }
}
