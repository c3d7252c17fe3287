package dev.holdfast.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.BasicMDCAdapter;

class JsonLogTest {
    private final List<String> lines = new ArrayList<>();
    private final BasicMDCAdapter context = new BasicMDCAdapter();
    private final LogLine line = new LogLine(context, () -> Instant.parse("2026-11-24T10:00:00Z"), lines::add);
    private final JsonLogger log = new JsonLogger("dev.holdfast.stockreservation.Work", line);

    private JsonNode last() {
        try {
            return new ObjectMapper().readTree(lines.getLast());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_line_says_when_how_bad_who_what_and_about_which_order() {
        context.put("function", "stock-reservation");
        context.put("requestId", "r-1");
        context.put("correlationId", "ord_1");
        log.warn("{} messages come again", 3);
        assertThat(lines)
                .containsExactly("{\"timestamp\":\"2026-11-24T10:00:00Z\",\"level\":\"WARN\","
                        + "\"logger\":\"dev.holdfast.stockreservation.Work\",\"message\":\"3 messages come again\","
                        + "\"function\":\"stock-reservation\",\"requestId\":\"r-1\",\"correlationId\":\"ord_1\"}");
    }

    @Test
    void what_comes_from_outside_breaks_no_line_and_forges_no_field() {
        context.put("correlationId", "x\",\"level\":\"INFO");
        log.error("order {}", "1\n{\"forged\":true}", new IllegalStateException("two\nlines"));
        assertThat(lines).hasSize(1).first().asString().doesNotContain("\n");
        assertThat(last().path("level").asText()).isEqualTo("ERROR");
        assertThat(last().path("fault").asText()).isEqualTo("java.lang.IllegalStateException");
        assertThat(last().path("stackTrace").asText()).contains("JsonLogTest");
    }

    @Test
    void nothing_else_of_the_context_is_told() {
        context.put("email", "ada@example.com");
        log.info("hello");
        assertThat(lines.getLast()).doesNotContain("ada");
    }

    @Test
    void libraries_are_heard_when_they_warn() {
        JsonLogger library = new JsonLogger("software.amazon.awssdk.core", line);
        library.info("starting");
        log.debug("details");
        assertThat(lines).isEmpty();
        library.warn("slow");
        assertThat(last().path("message").asText()).isEqualTo("slow");
    }

    @Test
    void loggers_of_slf4j_are_these() {
        assertThat(LoggerFactory.getLogger(JsonLogTest.class)).isInstanceOf(JsonLogger.class);
    }
}
