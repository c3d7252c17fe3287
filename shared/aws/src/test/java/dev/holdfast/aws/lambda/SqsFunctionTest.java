package dev.holdfast.aws.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.json.JsonText;
import dev.holdfast.kernel.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SqsFunctionTest {
    private static final Instant NOW = Instant.parse("2026-11-24T09:30:00Z");
    private static final String STANDARD = "arn:aws:sqs:eu-west-1:000000000000:work";

    private final List<Message<Integer>> worked = new ArrayList<>();
    private final List<String> buried = new ArrayList<>();
    private Set<String> failing = Set.of();

    private final class Numbers extends SqsFunction<Integer> {
        Numbers(Optional<DeadLetters> deadLetters) {
            super(
                    Integer::valueOf,
                    (batch, now, deadline) -> {
                        assertThat(now).isEqualTo(NOW);
                        assertThat(deadline.remaining()).isEqualTo(Duration.ofSeconds(5));
                        worked.addAll(batch);
                        return failing;
                    },
                    InstantSource.fixed(NOW),
                    deadLetters);
        }
    }

    private static void add(ObjectNode event, String id, String body, String queue, String group) {
        ObjectNode record = event.withArray("/Records").addObject();
        record.put("messageId", id).put("receiptHandle", "handle-" + id).put("body", body);
        record.put("eventSourceARN", queue);
        record.putObject("attributes").put("ApproximateReceiveCount", "3").put("MessageGroupId", group);
    }

    private static ObjectNode standard(String... bodies) {
        ObjectNode event = JsonText.object();
        for (int i = 0; i < bodies.length; i++) {
            add(event, "m" + i, bodies[i], STANDARD, "g");
        }
        return event;
    }

    private List<String> failures(ObjectNode event, Optional<DeadLetters> deadLetters) {
        return new Numbers(deadLetters)
                .answer(event, Deadline.inMillis(() -> 5_000))
                .path("batchItemFailures")
                .findValuesAsText("itemIdentifier");
    }

    @Test
    void a_batch_is_worked_on_as_a_whole() {
        assertThat(failures(standard("1", "2"), Optional.empty())).isEmpty();
        assertThat(worked)
                .containsExactly(new Message<>("m0", "handle-m0", 3, 1), new Message<>("m1", "handle-m1", 3, 2));
    }

    @Test
    void only_what_failed_comes_again() {
        failing = Set.of("m1");
        assertThat(failures(standard("1", "2", "3"), Optional.empty())).containsExactly("m1");
    }

    @Test
    void a_message_that_cannot_be_read_fails_alone_and_its_neighbours_go_on() {
        assertThat(failures(standard("1", "poison", "3"), Optional.empty())).containsExactly("m1");
        assertThat(worked).extracting(Message::body).containsExactly(1, 3);
    }

    @Test
    void where_there_are_dead_letters_it_is_buried_at_once() {
        DeadLetters letters = (id, content) -> buried.add(id + " " + content);
        assertThat(failures(standard("1", "poison"), Optional.of(letters))).isEmpty();
        assertThat(buried).containsExactly("m1 poison");
    }

    @Test
    void and_comes_again_where_it_cannot_be_buried() {
        DeadLetters away = (id, content) -> {
            throw new IllegalStateException("away");
        };
        assertThat(failures(standard("1", "poison"), Optional.of(away))).containsExactly("m1");
    }

    @Test
    void an_exception_fails_the_batch() {
        SqsFunction<Integer> broken = new SqsFunction<>(
                Integer::valueOf,
                (batch, now, deadline) -> {
                    throw new IllegalStateException("broken");
                },
                InstantSource.fixed(NOW)) {};
        assertThat(broken.answer(standard("1", "2"), Deadline.inMillis(() -> 5_000))
                        .path("batchItemFailures")
                        .findValuesAsText("itemIdentifier"))
                .containsExactly("m0", "m1");
    }

    @Test
    void on_a_fifo_queue_the_rest_of_a_group_fails_with_its_first() {
        ObjectNode event = JsonText.object();
        add(event, "a1", "1", STANDARD + ".fifo", "A");
        add(event, "b1", "poison", STANDARD + ".fifo", "B");
        add(event, "a2", "2", STANDARD + ".fifo", "A");
        add(event, "b2", "3", STANDARD + ".fifo", "B");
        add(event, "a3", "4", STANDARD + ".fifo", "A");
        failing = Set.of("a2");
        assertThat(failures(event, Optional.empty())).containsExactly("b1", "a2", "b2", "a3");
        assertThat(worked).extracting(Message::id).containsExactly("a1", "a2", "a3");
    }
}
