package dev.holdfast.local.cloud.deployed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.local.cloud.functions.FunctionFailed;
import dev.holdfast.local.cloud.functions.TellingHandler;
import dev.holdfast.local.cloud.functions.ThrowingHandler;
import dev.holdfast.local.cloud.template.FunctionSpec;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class DeployedFunctionTest {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

    @TempDir
    private Path directory;

    @Test
    void a_function_sees_its_artefact_and_what_lambda_gives_it_and_nothing_else() throws Exception {
        Files.writeString(artefact().resolve("application.properties"), "orders.table=OrdersTable");
        lay(TellingHandler.class);

        assertThat(answer(TellingHandler.class.getName()))
                .isEqualTo("hello orders.table=OrdersTable jackson=false name=TellingFunction");
    }

    @Test
    void a_function_that_throws_has_failed() throws Exception {
        lay(ThrowingHandler.class);

        assertThatThrownBy(() -> answer(ThrowingHandler.class.getName()))
                .isInstanceOf(FunctionFailed.class)
                .hasStackTraceContaining("as the test wants it");
    }

    @Test
    void an_artefact_without_the_handler_that_the_template_names_fails() throws Exception {
        lay(ThrowingHandler.class);

        assertThatThrownBy(() -> answer(TellingHandler.class.getName()))
                .isInstanceOf(FunctionFailed.class)
                .hasStackTraceContaining("ClassNotFoundException");
    }

    private String answer(String handler) throws IOException, FunctionFailed, InterruptedException {
        FunctionSpec spec = new FunctionSpec(
                "TellingFunction", artefact(), handler, Duration.ofSeconds(20), 128, Map.of(), Map.of());
        DeployedFunction.Start how = new DeployedFunction.Start(
                ManagedRuntime.ofProject(Path.of("../../template.yaml")),
                NOWHERE,
                List.of(),
                Map.of(),
                directory.resolve("log"));
        try (DeployedFunction function = DeployedFunction.start(spec, how)) {
            return new String(function.invoke("hello".getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        }
    }

    private Path artefact() throws IOException {
        return Files.createDirectories(directory.resolve("artefact"));
    }

    private void lay(Class<?> handler) throws IOException {
        String file = handler.getName().replace('.', '/') + ".class";
        Path target = artefact().resolve(file);
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        try (InputStream classFile =
                Objects.requireNonNull(handler.getClassLoader().getResourceAsStream(file))) {
            Files.write(target, classFile.readAllBytes());
        }
    }
}
