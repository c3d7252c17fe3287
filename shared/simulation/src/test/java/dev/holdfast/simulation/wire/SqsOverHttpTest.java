package dev.holdfast.simulation.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.aws.messaging.QueueMessage;
import dev.holdfast.aws.messaging.QueueSender;
import dev.holdfast.aws.ordering.OrderCommand;
import dev.holdfast.simulation.aws.MemoryQueue;
import dev.holdfast.simulation.queues.ElasticMq;
import dev.holdfast.simulation.world.Desk;
import dev.holdfast.simulation.world.FunctionName;
import dev.holdfast.simulation.world.Names;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Under the SDK that ships: a message may come twice, and whoever receives it does its work once. */
class SqsOverHttpTest {
    private final ElasticMq service = ElasticMq.start();
    private final Front front = new Front(service.uri(), Optional.empty());
    private final SqsClient client = Clients.sqs(front.uri());

    @AfterEach
    void close() {
        client.close();
        front.close();
        service.close();
    }

    private List<Message> send(String queue, Map<QueueAttributeName, String> attributes, QueueMessage message) {
        String url = service.client()
                .createQueue(create -> create.queueName(queue).attributes(attributes))
                .queueUrl();
        front.expect(new Plan.Everywhere(Trouble.LOST));
        assertThat(new QueueSender(client, url).send(List.of(message))).isEmpty();
        return service.client()
                .receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(10))
                .messages();
    }

    @Test
    void an_order_that_is_announced_twice_is_held_once() {
        QueueMessage command = QueueMessage.of(new OrderCommand.Order(Desk.order("A")).body());
        List<Message> twice = send("stock-reservation", Map.of(), command);
        assertThat(twice).extracting(Message::body).containsExactly(command.body(), command.body());
        try (Branch branch = new Branch()) {
            Branch.Left once = branch.tell(there -> held(there, twice.subList(0, 1)), step -> new Plan.Calm());
            Branch.Left both = branch.tell(there -> held(there, twice), step -> new Plan.Calm());
            assertThat(both.items()).isEqualTo(once.items());
            assertThat(once.items().getOrDefault(Names.JOURNAL, Set.of())).hasSize(2);
        }
    }

    private static void held(Branch branch, List<Message> messages) {
        Day.goods(branch, 5);
        Day.place(branch, "A", Day.invoice(new Desk.Line("TEA", 2)));
        MemoryQueue queue = new MemoryQueue(
                Names.STOCK_RESERVATION, new MemoryQueue.Settings(1_000, Optional.empty(), Optional.empty()));
        for (Message message : messages) {
            assertThat(branch.hand(
                                    FunctionName.STOCK_RESERVATION,
                                    queue,
                                    List.of(new MemoryQueue.Received(
                                            message.messageId(), message.receiptHandle(), message.body(), null, 1)))
                            .path("batchItemFailures"))
                    .isEmpty();
        }
    }

    @Test
    void a_fifo_queue_takes_a_repetition_for_what_it_is() {
        List<Message> once = send(
                "crossings.fifo",
                Map.of(QueueAttributeName.FIFO_QUEUE, "true"),
                QueueMessage.inGroup("TEA", "TEA#4", "crossing"));
        assertThat(once).extracting(Message::body).containsExactly("crossing");
    }
}
