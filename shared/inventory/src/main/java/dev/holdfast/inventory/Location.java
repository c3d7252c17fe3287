package dev.holdfast.inventory;

import dev.holdfast.kernel.LocationId;

/**
 * A place where stock lies.
 *
 * @param country ISO 3166 alpha-2
 * @param priority among locations that could serve an order alike, the lower number goes first
 */
public record Location(LocationId id, String name, String country, int priority) {}
