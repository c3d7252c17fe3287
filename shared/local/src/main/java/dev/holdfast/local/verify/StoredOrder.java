package dev.holdfast.local.verify;

import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.PersonalData;
import java.util.Optional;

/**
 * An order as it stands in the Orders table.
 *
 * @param dueTimes of how many of its items the index by due time knows
 */
public record StoredOrder(Order order, Optional<PersonalData> personalData, int dueTimes) {
    String id() {
        return order.content().id().value();
    }

    /** In words. */
    String words() {
        return "order " + id() + " (" + order.content().channel() + " "
                + order.content().number() + ", " + order.state().status() + ")";
    }
}
