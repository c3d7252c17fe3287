package dev.holdfast.local.cloud.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendLogTest {
    private final Path file;

    AppendLogTest(@TempDir Path directory) {
        file = directory.resolve("log");
    }

    @Test
    void what_was_appended_is_there_after_opening_again() {
        try (AppendLog log = AppendLog.open(file)) {
            assertThat(log.append(TextNode.valueOf("one\ntwo"))).isEqualTo(1);
            assertThat(log.append(TextNode.valueOf("zwölf"))).isEqualTo(2);
        }
        try (AppendLog log = AppendLog.open(file)) {
            assertThat(texts(log, 0, 10)).containsExactly("one\ntwo", "zwölf");
            assertThat(log.append(TextNode.valueOf("three"))).isEqualTo(3);
        }
    }

    @Test
    void a_line_that_a_kill_tore_is_cut_off() throws IOException {
        try (AppendLog log = AppendLog.open(file)) {
            log.append(TextNode.valueOf("whole"));
        }
        Files.writeString(file, "\"to", StandardOpenOption.APPEND);
        try (AppendLog log = AppendLog.open(file)) {
            log.append(TextNode.valueOf("next"));
            assertThat(texts(log, 0, 10)).containsExactly("whole", "next");
        }
    }

    @Test
    void pages_begin_behind_a_position_and_end_at_the_limit() {
        try (AppendLog log = AppendLog.open(file)) {
            for (String text : List.of("a", "b", "c", "d")) {
                log.append(TextNode.valueOf(text));
            }
            assertThat(texts(log, 1, 2)).containsExactly("b", "c");
            assertThat(texts(log, 4, 2)).isEmpty();
            assertThat(log.after(0, 10, document -> document.asText().compareTo("b") > 0))
                    .extracting(AppendLog.Entry::position)
                    .containsExactly(3L, 4L);
        }
    }

    private static List<String> texts(AppendLog log, long after, int limit) {
        return log.after(after, limit, document -> true).stream()
                .map(AppendLog.Entry::document)
                .map(JsonNode::asText)
                .toList();
    }
}
