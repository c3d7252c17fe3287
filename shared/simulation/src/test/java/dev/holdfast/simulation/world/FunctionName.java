package dev.holdfast.simulation.world;

import java.util.Locale;

/** The functions, as the template calls them. */
public enum FunctionName {
    ORDER_INTAKE,
    ORDER_API,
    STOCK_API,
    REPLENISHMENT_API,
    STOCK_RESERVATION,
    PAYMENT_PROCESSING,
    SHIPPING_NOTIFICATIONS,
    REPLENISHMENT_ALERTS,
    CHANGE_RELAY,
    EVENT_PUBLISHER,
    STOCK_HISTORY,
    DUE_WORK;

    private final String words = name().toLowerCase(Locale.ROOT).replace('_', '-');

    @Override
    public String toString() {
        return words;
    }
}
