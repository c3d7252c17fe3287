package dev.holdfast.aws.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.aws.Tables;
import dev.holdfast.inventory.AllocationPolicy;
import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.ChannelId;
import dev.holdfast.kernel.Fingerprint;
import dev.holdfast.kernel.Invariant;
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
import dev.holdfast.ordering.port.Orders;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class OrderListsTest {
    private static final ChannelId SHOP = new ChannelId("shop");
    private static final Instant PLACED = Instant.parse("2026-11-24T09:30:00Z");
    private static final Order ORDER = Order.accepted(
            OrderContent.accepted(
                    SHOP,
                    new OrderNumber("1"),
                    PLACED,
                    "GBP",
                    List.of(new OrderLine(1, new Sku("MUG"), new Quantity(2), 1_250)),
                    AllocationPolicy.ALL_OR_NOTHING,
                    new PaymentTerms(PaymentMethod.INVOICE, ""),
                    Fingerprint.of("content")),
            new Actor("shop"));
    private static final OrderId ID = ORDER.content().id();

    private final Tables tables = Tables.of("OrdersTable");
    private final Deque<Orders.Loaded> answers = new ArrayDeque<>();
    private final OrderLists lists = new OrderLists(tables.client(), "OrdersTable", new Answering());

    /** Answers one after the other, whatever is asked. */
    private final class Answering implements Orders {
        @Override
        public Loaded load(Collection<OrderId> ids) {
            return answers.remove();
        }

        @Override
        public Optional<Order> load(OrderId id) {
            throw new AssertionError("a list reads many at once");
        }

        @Override
        public CommitOutcome save(OrderChange change) {
            throw new AssertionError("a list writes nothing");
        }
    }

    @BeforeEach
    void the_order_is_in_the_index() {
        tables.client()
                .putItem(put -> put.tableName("OrdersTable")
                        .item(Map.of(
                                OrderKeys.ORDER, AttributeValue.fromS(ID.value()),
                                OrderKeys.ITEM, AttributeValue.fromS(OrderKeys.HEADER),
                                OrderKeys.CHANNEL_SHARD, AttributeValue.fromS(OrderKeys.channelShard(SHOP, ID)),
                                OrderKeys.PLACED_AT, AttributeValue.fromN(Long.toString(PLACED.toEpochMilli())))));
    }

    @AfterEach
    void close() {
        tables.close();
    }

    private List<Order> listed() {
        return lists.newestFirst(SHOP, Optional.empty(), 10, Optional.empty()).orders();
    }

    @Test
    void an_order_that_moved_while_it_was_read_is_read_once_more() {
        answers.add(new Orders.Loaded(List.of(), Set.of(ID)));
        answers.add(new Orders.Loaded(List.of(ORDER), Set.of()));
        assertThat(listed()).containsExactly(ORDER);
    }

    @Test
    void an_order_that_stays_damaged_is_a_fault_and_not_an_absence() {
        answers.add(new Orders.Loaded(List.of(), Set.of(ID)));
        answers.add(new Orders.Loaded(List.of(), Set.of(ID)));
        assertThatThrownBy(this::listed).isInstanceOf(Invariant.Broken.class).hasMessageContaining(ID.value());
    }
}
