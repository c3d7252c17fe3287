package dev.holdfast.simulation.queues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;
import software.amazon.awssdk.services.sqs.model.TooManyEntriesInBatchRequestException;

/** What all that calls itself SQS does, as far as we use it. */
abstract class SqsContract {
    private static int tests;

    private final String test = "q" + ++tests;

    /** The client of the service that is tested. */
    abstract SqsClient sqs();

    /**
     * A new queue, FIFO where its name says so; messages are hidden for one second.
     *
     * @param deadLetters where messages go that were received twice
     */
    abstract String queue(String name, Optional<String> deadLetters);

    /** What comes within two seconds at the latest. */
    abstract List<Message> later(String url);

    private String standard = "";
    private String fifo = "";

    @BeforeEach
    void two_queues() {
        standard = queue(test, Optional.empty());
        fifo = queue(test + ".fifo", Optional.empty());
    }

    private void send(String body) {
        sqs().sendMessage(send -> send.queueUrl(standard).messageBody(body));
    }

    private void send(String group, String id, String body) {
        send(fifo, group, id, body);
    }

    private void send(String url, String group, String id, String body) {
        sqs().sendMessage(send -> send.queueUrl(url)
                .messageGroupId(group)
                .messageDeduplicationId(id)
                .messageBody(body));
    }

    private List<Message> receive(String url) {
        return receive(url, 10);
    }

    private List<Message> receive(String url, int most) {
        return sqs().receiveMessage(receive -> receive.queueUrl(url)
                        .maxNumberOfMessages(most)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
    }

    private void delete(String url, Message message) {
        sqs().deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle()));
    }

    private void giveBack(String url, Message message) {
        sqs().changeMessageVisibility(change ->
                change.queueUrl(url).receiptHandle(message.receiptHandle()).visibilityTimeout(0));
    }

    private static int receives(Message message) {
        return Integer.parseInt(
                message.attributes().getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "0"));
    }

    private static List<String> bodies(List<Message> messages) {
        return messages.stream().map(Message::body).toList();
    }

    private static SendMessageBatchRequestEntry entry(String id, String body) {
        return SendMessageBatchRequestEntry.builder().id(id).messageBody(body).build();
    }

    @Test
    void a_message_comes_once_and_is_hidden() {
        send("one");
        List<Message> first = receive(standard);
        assertThat(bodies(first)).containsExactly("one");
        assertThat(receives(first.getFirst())).isEqualTo(1);
        assertThat(receive(standard)).isEmpty();
    }

    @Test
    void what_is_given_back_comes_again_under_another_receipt() {
        send("one");
        Message first = receive(standard).getFirst();
        giveBack(standard, first);
        Message second = receive(standard).getFirst();
        assertThat(second.messageId()).isEqualTo(first.messageId());
        assertThat(second.receiptHandle()).isNotEqualTo(first.receiptHandle());
        assertThat(receives(second)).isEqualTo(2);
    }

    @Test
    void what_is_not_deleted_in_time_comes_again() {
        send("one");
        receive(standard);
        List<Message> again = later(standard);
        assertThat(bodies(again)).containsExactly("one");
        assertThat(receives(again.getFirst())).isEqualTo(2);
    }

    @Test
    void what_is_deleted_does_not_come_again() {
        send("one");
        Message first = receive(standard).getFirst();
        giveBack(standard, first);
        delete(standard, receive(standard).getFirst());
        assertThat(later(standard)).isEmpty();
    }

    @Test
    void a_batch_is_answered_entry_by_entry() {
        var answer = sqs().sendMessageBatch(
                        batch -> batch.queueUrl(standard).entries(entry("0", "a"), entry("1", "b"), entry("2", "c")));
        assertThat(answer.successful()).extracting(sent -> sent.id()).containsExactlyInAnyOrder("0", "1", "2");
        assertThat(answer.failed()).isEmpty();
        assertThat(bodies(receive(standard))).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void an_entry_that_cannot_be_sent_fails_alone() {
        var answer = sqs().sendMessageBatch(batch -> batch.queueUrl(fifo)
                .entries(
                        SendMessageBatchRequestEntry.builder()
                                .id("0")
                                .messageBody("a")
                                .messageGroupId("g")
                                .messageDeduplicationId("0")
                                .build(),
                        SendMessageBatchRequestEntry.builder()
                                .id("1")
                                .messageBody("b")
                                .messageGroupId("g")
                                .messageDeduplicationId("not one")
                                .build()));
        assertThat(answer.successful()).extracting(sent -> sent.id()).containsExactly("0");
        assertThat(answer.failed()).extracting(BatchResultErrorEntry::id).containsExactly("1");
        assertThat(bodies(receive(fifo))).containsExactly("a");
    }

    @Test
    void a_batch_of_eleven_is_refused() {
        List<SendMessageBatchRequestEntry> eleven =
                IntStream.range(0, 11).mapToObj(i -> entry("e" + i, "b")).toList();
        assertThatThrownBy(() ->
                        sqs().sendMessageBatch(batch -> batch.queueUrl(standard).entries(eleven)))
                .isInstanceOf(TooManyEntriesInBatchRequestException.class);
        assertThat(receive(standard)).isEmpty();
    }

    @Test
    void a_message_that_is_too_long_is_refused() {
        assertThatThrownBy(() -> send("x".repeat(1_048_577))).isInstanceOf(SqsException.class);
        send("x".repeat(262_144));
        assertThat(receive(standard)).hasSize(1);
    }

    @Test
    void a_queue_that_is_not_there_is_refused() {
        String nowhere = standard + "-nowhere";
        assertThatThrownBy(
                        () -> sqs().sendMessage(send -> send.queueUrl(nowhere).messageBody("one")))
                .isInstanceOf(QueueDoesNotExistException.class);
    }

    @Test
    void a_message_that_is_delayed_comes_later() {
        sqs().sendMessage(send -> send.queueUrl(standard).messageBody("one").delaySeconds(1));
        assertThat(receive(standard)).isEmpty();
        assertThat(bodies(later(standard))).containsExactly("one");
    }

    @Test
    void what_was_received_too_often_goes_to_the_dead_letters() {
        String letters = queue(test + "-letters", Optional.empty());
        String url = queue(test + "-redriven", Optional.of(letters));
        sqs().sendMessage(send -> send.queueUrl(url).messageBody("poison"));
        giveBack(url, receive(url).getFirst());
        Message second = receive(url).getFirst();
        assertThat(receives(second)).isEqualTo(2);
        giveBack(url, second);
        assertThat(receive(url)).isEmpty();
        assertThat(bodies(receive(letters))).containsExactly("poison");
    }

    @Test
    void a_group_comes_in_the_order_in_which_it_was_sent() {
        for (int i = 0; i < 5; i++) {
            send("g", "d" + i, "b" + i);
        }
        List<Message> batch = receive(fifo);
        assertThat(bodies(batch)).containsExactly("b0", "b1", "b2", "b3", "b4");
        assertThat(batch)
                .extracting(message -> message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID))
                .containsOnly("g");
    }

    @Test
    void a_group_waits_while_its_front_is_with_somebody() {
        send("g", "1", "front");
        send("g", "2", "next");
        send("h", "3", "other");
        Message front = receive(fifo, 1).getFirst();
        assertThat(front.body()).isEqualTo("front");
        assertThat(bodies(receive(fifo))).containsExactly("other");
        delete(fifo, front);
        assertThat(bodies(receive(fifo))).containsExactly("next");
    }

    @Test
    void a_front_that_is_given_back_comes_before_the_next() {
        send("g", "1", "front");
        send("g", "2", "next");
        giveBack(fifo, receive(fifo, 1).getFirst());
        assertThat(bodies(receive(fifo))).containsExactly("front", "next");
    }

    @Test
    void a_deduplication_id_counts_once_also_after_its_message_is_gone() {
        send("g", "1", "one");
        send("g", "1", "one again");
        List<Message> all = new ArrayList<>(receive(fifo));
        assertThat(bodies(all)).containsExactly("one");
        delete(fifo, all.getFirst());
        send("g", "1", "one more");
        send("h", "1", "in another group");
        assertThat(receive(fifo)).isEmpty();
    }

    @Test
    void behind_a_dead_letter_its_group_goes_on() {
        String letters = queue(test + "-letters.fifo", Optional.empty());
        String url = queue(test + "-redriven.fifo", Optional.of(letters));
        send(url, "g", "1", "poison");
        send(url, "g", "2", "next");
        giveBack(url, receive(url, 1).getFirst());
        giveBack(url, receive(url, 1).getFirst());
        List<Message> next = receive(url, 1);
        // Whoever finds the poison may be told of it only, and of the next when asking again.
        assertThat(bodies(next.isEmpty() ? receive(url, 1) : next)).containsExactly("next");
        assertThat(bodies(receive(letters))).containsExactly("poison");
    }
}
