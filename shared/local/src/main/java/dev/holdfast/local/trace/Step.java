package dev.holdfast.local.trace;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to an order.
 *
 * @param at when; empty where nothing in the tables tells
 * @param by whom, where that is known
 */
record Step(Optional<Instant> at, String what, String by, String detail) {}
