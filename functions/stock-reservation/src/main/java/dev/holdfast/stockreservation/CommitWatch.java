package dev.holdfast.stockreservation;

import dev.holdfast.aws.metrics.Metric;
import dev.holdfast.aws.metrics.Metrics;
import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.inventory.StockChange;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.OrderChange;
import dev.holdfast.ordering.OrderStatus;
import dev.holdfast.ordering.port.OrderStock;
import dev.holdfast.ordering.port.Orders;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Counts what the commits of stock work come to: stock decisions with the time since acceptance, and conflicts.
 *
 * <p>A decision is counted by whoever committed it, so a message that comes again counts nothing; one whose answer was
 * lost, or whose environment died at that moment, is not counted.
 */
final class CommitWatch {
    private final Metrics metrics;
    private final InstantSource clock;

    CommitWatch(Metrics metrics, InstantSource clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    OrderStock over(OrderStock stock) {
        return (orders, change) -> {
            CommitOutcome outcome = stock.commit(orders, change);
            see(outcome, orders, () -> Map.of("skus", skus(change)));
            return outcome;
        };
    }

    Orders over(Orders orders) {
        return new Orders() {
            @Override
            public Optional<Order> load(OrderId id) {
                return orders.load(id);
            }

            @Override
            public Loaded load(Collection<OrderId> ids) {
                return orders.load(ids);
            }

            @Override
            public CommitOutcome save(OrderChange change) {
                CommitOutcome outcome = orders.save(change);
                see(outcome, List.of(change), () -> Map.of("correlationId", id(change)));
                return outcome;
            }
        };
    }

    private void see(CommitOutcome outcome, List<OrderChange> orders, Supplier<Map<String, String>> about) {
        switch (outcome) {
            case CommitOutcome.Committed _ -> orders.forEach(this::decided);
            case CommitOutcome.Contended _, CommitOutcome.MovedOn _ ->
                metrics.count(Metric.RESERVATION_CONFLICTS, about.get());
            case CommitOutcome.Unknown _ -> {}
        }
    }

    private void decided(OrderChange change) {
        decision(change).ifPresent(decision -> {
            long millis = Duration.between(change.after().content().placedAt(), clock.instant())
                    .toMillis();
            metrics.tell(
                    Map.of(decision, 1L, Metric.DECISION_LATENCY, Math.max(0, millis)),
                    Map.of("correlationId", id(change)));
        });
    }

    private static Optional<Metric> decision(OrderChange change) {
        if (change.before().state().status() != OrderStatus.PLACED) {
            return Optional.empty();
        }
        return switch (change.after().state().status()) {
            case RESERVED, BACKORDERED, CONFIRMED -> Optional.of(Metric.ORDERS_RESERVED);
            case REJECTED -> Optional.of(Metric.ORDERS_REFUSED);
            case PLACED, SHIPPED, DELIVERED, CANCELLING, CANCELLED, REVIEW -> Optional.empty();
        };
    }

    private static String skus(StockChange change) {
        return change.perSku().keySet().stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    private static String id(OrderChange change) {
        return change.before().content().id().value();
    }
}
