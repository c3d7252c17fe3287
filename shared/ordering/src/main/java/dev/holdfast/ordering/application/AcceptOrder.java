package dev.holdfast.ordering.application;

import dev.holdfast.inventory.Demand;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.Sku;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.OrderContent;
import dev.holdfast.ordering.PersonalData;
import dev.holdfast.ordering.port.NewOrders;
import java.util.Set;

/** Accepts an order: one transaction, and nothing else is written. */
public final class AcceptOrder {
    private final NewOrders newOrders;

    public AcceptOrder(NewOrders newOrders) {
        this.newOrders = newOrders;
    }

    /** What the channel is told. */
    public sealed interface Answer {
        /** Accepted: from now on it cannot be lost. */
        record Accepted(Order order) implements Answer {}

        /** Accepted before, with the same content: the order as it is now. */
        record Replayed(Order order) implements Answer {}

        /** The order number stands for another order. */
        record NumberTaken() implements Answer {}

        /** These SKUs do not exist. */
        record UnknownSkus(Set<Sku> skus) implements Answer {}

        /** Not accepted now; asking again is safe. */
        record Busy() implements Answer {}
    }

    public Answer run(OrderContent content, PersonalData personalData, Actor by) {
        Set<Sku> unknown =
                newOrders.unknown(content.demand().stream().map(Demand::sku).toList());
        if (!unknown.isEmpty()) {
            return new Answer.UnknownSkus(unknown);
        }
        Order order = Order.accepted(content, by);
        return switch (newOrders.accept(order, personalData)) {
            case NewOrders.Outcome.Accepted _ -> new Answer.Accepted(order);
            case NewOrders.Outcome.Exists exists ->
                exists.existing().content().fingerprint().equals(content.fingerprint())
                        ? new Answer.Replayed(exists.existing())
                        : new Answer.NumberTaken();
            case NewOrders.Outcome.Contended _, NewOrders.Outcome.Unknown _ -> new Answer.Busy();
        };
    }
}
