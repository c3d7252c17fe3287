package dev.holdfast.local.cloud.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.local.cloud.CannotStart;
import dev.holdfast.local.cloud.DataDirectory;
import dev.holdfast.local.cloud.template.FunctionSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtefactLoaderTest {
    private final Path artefact;
    private final DataDirectory data;

    ArtefactLoaderTest(@TempDir Path directory) {
        artefact = directory.resolve("artefact");
        data = DataDirectory.take(directory.resolve("data"));
    }

    @AfterEach
    void release() {
        data.close();
    }

    @Test
    void a_function_sees_its_own_classes_and_environment_and_nothing_else() throws Exception {
        LambdaFunction function = load(spec(TellingHandler.class, Duration.ofSeconds(20)));

        assertThat(new String(function.invoke(bytes("hello")), StandardCharsets.UTF_8))
                .isEqualTo("hello orders.table=OrdersTable jackson=false name=TellingFunction");
    }

    @Test
    void a_function_that_runs_past_its_time_is_given_up() throws Exception {
        LambdaFunction function = load(spec(EndlessHandler.class, Duration.ofMillis(100)));

        assertThatThrownBy(() -> function.invoke(bytes("")))
                .isInstanceOf(FunctionFailed.class)
                .hasMessageContaining("timed out");
    }

    @Test
    void a_function_that_throws_has_failed() throws Exception {
        LambdaFunction function = load(spec(ThrowingHandler.class, Duration.ofSeconds(20)));

        assertThatThrownBy(() -> function.invoke(bytes(""))).isInstanceOf(FunctionFailed.class);
    }

    @Test
    void a_missing_build_is_told_with_what_to_do() {
        FunctionSpec spec = new FunctionSpec(
                "Missing", artefact.resolve("nowhere"), "a.B", Duration.ofSeconds(1), 128, Map.of(), Map.of());

        assertThatThrownBy(() -> load(spec)).isInstanceOf(CannotStart.class).hasMessageContaining("mvn package");
    }

    private LambdaFunction load(FunctionSpec spec) {
        return new ArtefactLoader(data, List.of(spec)).load(spec);
    }

    private FunctionSpec spec(Class<?> handler, Duration timeout) throws IOException {
        String file = handler.getName().replace('.', '/') + ".class";
        Path target = artefact.resolve(file);
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        Files.createDirectories(artefact.resolve("lib"));
        try (InputStream classFile =
                Objects.requireNonNull(handler.getClassLoader().getResourceAsStream(file))) {
            Files.write(target, classFile.readAllBytes());
        }
        return new FunctionSpec(
                "TellingFunction",
                artefact,
                handler.getName(),
                timeout,
                128,
                Map.of("ORDERS_TABLE", "OrdersTable"),
                Map.of());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
