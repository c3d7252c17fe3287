package dev.holdfast.ordering.application;

import dev.holdfast.ordering.Decision;
import dev.holdfast.ordering.Order;

/** What somebody who asked something of an order is told. */
public sealed interface Answer {
    /** It is done, or begun: the order shows which. */
    record Done(Order order) implements Answer {}

    /** It was done before, in the same words. */
    record Replayed(Order order) implements Answer {}

    /** There is no such order. */
    record NotFound() implements Answer {}

    /** It cannot be. */
    record Refused(Order order, Decision.Refusal refusal) implements Answer {}

    /** Others were at it all the time, or no answer came: asking again is safe. */
    record Busy() implements Answer {}
}
