package dev.holdfast.duework;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.aws.messaging.QueueSender;
import dev.holdfast.aws.metrics.Metric;
import dev.holdfast.aws.ordering.DueIndex;
import dev.holdfast.inventory.AllocationPolicy;
import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.ChannelId;
import dev.holdfast.kernel.Deadline;
import dev.holdfast.kernel.Fingerprint;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.kernel.OrderNumber;
import dev.holdfast.kernel.Quantity;
import dev.holdfast.kernel.Sku;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.OrderChange;
import dev.holdfast.ordering.OrderContent;
import dev.holdfast.ordering.OrderLine;
import dev.holdfast.ordering.PaymentMethod;
import dev.holdfast.ordering.PaymentTerms;
import dev.holdfast.ordering.Work;
import dev.holdfast.ordering.application.ChaseOverdue;
import dev.holdfast.ordering.port.Orders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

class DueOrdersTest {
    private static final Actor SOMEBODY = new Actor("somebody");

    private final Order placed = Order.accepted(
            OrderContent.accepted(
                    new ChannelId("shop"),
                    new OrderNumber("1"),
                    Instant.parse("2026-11-24T09:00:00Z"),
                    "GBP",
                    List.of(new OrderLine(1, new Sku("MUG"), new Quantity(1), 100)),
                    AllocationPolicy.ALL_OR_NOTHING,
                    new PaymentTerms(PaymentMethod.INVOICE, ""),
                    Fingerprint.of("content")),
            SOMEBODY);
    private final OrderId id = placed.content().id();
    private final Instant due = placed.state().due().orElseThrow();
    private final List<Map<Metric, Long>> told = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();

    /** Orders of which each is this one, or cannot be read. */
    private record AlwaysThis(Optional<Order> order) implements Orders {
        @Override
        public Optional<Order> load(OrderId id) {
            return Optional.of(order.orElseThrow());
        }

        @Override
        public Loaded load(Collection<OrderId> ids) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CommitOutcome save(OrderChange change) {
            throw new UnsupportedOperationException();
        }
    }

    private final class Sqs implements SqsClient {
        @Override
        public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
            request.entries().forEach(entry -> sent.add(entry.messageBody()));
            return SendMessageBatchResponse.builder()
                    .successful(List.of())
                    .failed(List.of())
                    .build();
        }

        @Override
        public String serviceName() {
            return SqsClient.SERVICE_NAME;
        }

        @Override
        public void close() {}
    }

    private void runAfter(Duration late, Optional<Order> order) {
        new DueOrders(
                        _ -> Stream.of(new DueIndex.Due(id, due)),
                        new ChaseOverdue(new AlwaysThis(order), SOMEBODY),
                        Map.of(Work.STOCK, new QueueSender(new Sqs(), "stock")),
                        (values, _) -> told.add(values))
                .run(due.plus(late), Deadline.inMillis(() -> 60_000));
    }

    @Test
    void an_order_that_was_put_back_before_and_did_not_move_is_stuck() {
        runAfter(Duration.ofMinutes(3), Optional.of(placed));
        assertThat(sent).containsExactly("{\"orderId\":\"" + id + "\"}");
        assertThat(told).containsExactly(Map.of(Metric.ORDERS_STUCK, 1L));
    }

    @Test
    void an_order_that_is_put_back_for_the_first_time_is_not() {
        runAfter(Duration.ofMinutes(1), Optional.of(placed));
        assertThat(sent).hasSize(1);
        assertThat(told).containsExactly(Map.of(Metric.ORDERS_STUCK, 0L));
    }

    @Test
    void an_order_that_cannot_be_read_for_long_is_stuck_too() {
        runAfter(Duration.ofMinutes(3), Optional.empty());
        assertThat(sent).isEmpty();
        assertThat(told).containsExactly(Map.of(Metric.ORDERS_STUCK, 1L));
    }
}
