package dev.holdfast.ordering.port;

import dev.holdfast.kernel.Sku;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.PersonalData;
import java.util.Collection;
import java.util.Set;

/** Where accepted orders begin. */
public interface NewOrders {
    /** Writes the order with all its parts, if there is none under its id. */
    Outcome accept(Order order, PersonalData personalData);

    /** Those of these SKUs that do not exist. */
    Set<Sku> unknown(Collection<Sku> skus);

    /** What became of it. */
    sealed interface Outcome {
        /** It is written. */
        record Accepted() implements Outcome {}

        /** There is an order under this id: this one. */
        record Exists(Order existing) implements Outcome {}

        /** Too much at once; nothing is written. */
        record Contended() implements Outcome {}

        /** No answer came: asking again is safe and will tell. */
        record Unknown() implements Outcome {}
    }
}
