package dev.holdfast.stockreservation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.aws.metrics.Metric;
import dev.holdfast.inventory.Allocation;
import dev.holdfast.inventory.AllocationPolicy;
import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.inventory.CounterChange;
import dev.holdfast.inventory.JournalEntry;
import dev.holdfast.inventory.StockChange;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.ChannelId;
import dev.holdfast.kernel.EntryId;
import dev.holdfast.kernel.Fingerprint;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.OrderNumber;
import dev.holdfast.kernel.Quantity;
import dev.holdfast.kernel.Sku;
import dev.holdfast.ordering.Cancellation;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.OrderChange;
import dev.holdfast.ordering.OrderContent;
import dev.holdfast.ordering.OrderEvent;
import dev.holdfast.ordering.OrderLine;
import dev.holdfast.ordering.PaymentMethod;
import dev.holdfast.ordering.PaymentTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommitWatchTest {
    private static final Instant NINE = Instant.parse("2026-11-24T09:00:00Z");
    private static final Actor SOMEBODY = new Actor("somebody");
    private static final Sku MUG = new Sku("MUG");
    private static final LocationId MAIN = new LocationId("MAIN");

    private final List<Map<Metric, Long>> told = new ArrayList<>();
    private final List<Map<String, String>> about = new ArrayList<>();
    private final CommitWatch watch = new CommitWatch(
            (values, of) -> {
                told.add(values);
                about.add(of);
            },
            () -> NINE.plusMillis(250));
    private final Order placed = Order.accepted(
            OrderContent.accepted(
                    new ChannelId("shop"),
                    new OrderNumber("1"),
                    NINE,
                    "GBP",
                    List.of(new OrderLine(1, MUG, new Quantity(2), 100)),
                    AllocationPolicy.ALL_OR_NOTHING,
                    new PaymentTerms(PaymentMethod.INVOICE, ""),
                    Fingerprint.of("content")),
            SOMEBODY);

    private void commit(CommitOutcome outcome, OrderEvent event) {
        OrderChange change = new OrderChange(placed, placed.after(List.of(event), NINE, SOMEBODY));
        JournalEntry entry = new JournalEntry(
                new EntryId("jrn_1"),
                JournalEntry.Kind.RESERVE,
                NINE,
                SOMEBODY,
                Optional.empty(),
                List.of(new JournalEntry.Cause(
                        JournalEntry.Cause.Type.ORDER, placed.content().id().value())),
                List.of(JournalEntry.Line.at(0, MUG, MAIN, CounterChange.hold(2))));
        assertThat(watch.over((_, _) -> outcome).commit(List.of(change), new StockChange(entry, Map.of(), List.of())))
                .isEqualTo(outcome);
    }

    private static OrderEvent held() {
        return new OrderEvent.ChunkHeld(List.of(new Allocation(MUG, MAIN, 2)));
    }

    @Test
    void an_order_that_is_held_counts_with_the_time_since_it_was_accepted() {
        commit(new CommitOutcome.Committed(), held());
        assertThat(told).containsExactly(Map.of(Metric.ORDERS_RESERVED, 1L, Metric.DECISION_LATENCY, 250L));
        assertThat(about)
                .containsExactly(Map.of("correlationId", placed.content().id().value()));
    }

    @Test
    void an_order_that_falls_short_counts_as_refused() {
        commit(new CommitOutcome.Committed(), new OrderEvent.FellShort(List.of()));
        assertThat(told).containsExactly(Map.of(Metric.ORDERS_REFUSED, 1L, Metric.DECISION_LATENCY, 250L));
    }

    @Test
    void a_commit_that_met_another_one_is_a_conflict_and_no_decision() {
        commit(new CommitOutcome.Contended(), held());
        commit(new CommitOutcome.MovedOn(), held());
        assertThat(told)
                .containsExactly(Map.of(Metric.RESERVATION_CONFLICTS, 1L), Map.of(Metric.RESERVATION_CONFLICTS, 1L));
        assertThat(about).containsOnly(Map.of("skus", "MUG"));
    }

    @Test
    void what_is_not_known_to_be_written_and_what_is_no_stock_decision_counts_nothing() {
        commit(new CommitOutcome.Unknown(), held());
        commit(
                new CommitOutcome.Committed(),
                new OrderEvent.CancellationRequested(Cancellation.ours(Cancellation.REVIEW_EXPIRED)));
        assertThat(told).isEmpty();
    }
}
