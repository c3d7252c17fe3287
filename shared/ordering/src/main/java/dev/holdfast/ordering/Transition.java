package dev.holdfast.ordering;

import dev.holdfast.kernel.Actor;
import java.time.Instant;
import java.util.Optional;

/** One step of an order's history. */
public record Transition(OrderStatus status, Instant at, Actor by, Optional<String> reason) {}
