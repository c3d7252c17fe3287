package dev.holdfast.local.guards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.aws.metrics.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
    @TempDir
    private Path wrong;

    private void write(String file, String text) throws IOException {
        Path path = wrong.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    @Test
    void nothing_that_ships_knows_this_machine() throws IOException {
        assertThat(SourceRules.filesThatKnowThisMachine(Repository.ROOT)).isEmpty();

        write("functions/order-intake/src/main/java/Wiring.java", "URI.create(\"http://localhost:4566\")");
        write("shared/aws/src/main/java/Sqs.java", ".endpointOverride(uri)");
        write("shared/local/src/main/java/Cloud.java", "127.0.0.1");
        assertThat(SourceRules.filesThatKnowThisMachine(wrong))
                .containsExactly(
                        "shared/aws/src/main/java/Sqs.java", "functions/order-intake/src/main/java/Wiring.java");
    }

    /** The Enforcer's rule stands in the root pom; a library in a context's pom then fails its build. */
    @Test
    void every_context_has_the_rule_against_libraries_switched_on() throws IOException {
        assertThat(SourceRules.contextsThatMayUseLibraries(Repository.ROOT)).isEmpty();

        for (String context : ModuleRules.UPSTREAM.keySet()) {
            write("shared/" + context + "/pom.xml", "<project/>");
        }
        assertThat(SourceRules.contextsThatMayUseLibraries(wrong))
                .containsExactlyElementsOf(ModuleRules.UPSTREAM.keySet());
    }

    @Test
    void a_metric_counts_as_written_only_where_code_that_ships_tells_it() throws IOException {
        assertThat(AlarmRules.metricsTold(Repository.ROOT)).containsExactly(Metric.values());

        write("functions/due-work/src/main/java/DueOrders.java", "metrics.count(Metric.ORDERS_STUCK, about);");
        write("functions/due-work/src/test/java/DueOrdersTest.java", "Metric.PAYMENTS_UNKNOWN");
        write("shared/local/src/main/java/Cloud.java", "Metric.ORDERS_ACCEPTED");
        assertThat(AlarmRules.metricsTold(wrong)).containsExactly(Metric.ORDERS_STUCK);
    }
}
