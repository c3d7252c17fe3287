package dev.holdfast.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.local.bench.byhand.OrderIntakeByHand;
import dev.holdfast.local.cloud.Addresses;
import dev.holdfast.local.cloud.template.FunctionSpec;
import dev.holdfast.local.cloud.template.TemplateReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColdStartTest {
    private static final Path TEMPLATE =
            Path.of("../../template.yaml").toAbsolutePath().normalize();

    @Test
    void starts_are_told_by_their_median_and_their_extremes() {
        List<Duration> starts = List.of(Duration.ofMillis(1_900), Duration.ofMillis(700), Duration.ofMillis(1_234));

        assertThat(ColdStart.millis(starts)).isEqualTo("1,234 (700–1,900)");
    }

    @Test
    void no_start_repeats_the_order_of_another() {
        FirstRequest request = FirstRequest.of(TEMPLATE, "order-intake");

        assertThat(text(request, 1)).contains("536365-1").isNotEqualTo(text(request, 2));
    }

    @Test
    void what_is_wired_by_hand_carries_all_libraries_but_the_framework(@TempDir Path directory) throws IOException {
        FunctionSpec shipped = TemplateReader.read(TEMPLATE, new Addresses(0)).functions().stream()
                .filter(spec -> spec.name().equals("OrderIntakeFunction"))
                .findFirst()
                .orElseThrow();
        FunctionSpec byHand = HandWired.of(shipped, directory);

        assertThat(byHand.handler()).isEqualTo(OrderIntakeByHand.class.getName());
        assertThat(jars(shipped))
                .containsAll(jars(byHand))
                .filteredOn(jar -> !jars(byHand).contains(jar))
                .isNotEmpty()
                .allMatch(jar -> jar.startsWith("micronaut-") || jar.startsWith("jakarta."));
    }

    private static String text(FirstRequest request, int start) {
        return new String(request.of(start), StandardCharsets.UTF_8);
    }

    private static List<String> jars(FunctionSpec spec) {
        try (Stream<Path> files = Files.list(spec.artefact().resolve("lib"))) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
