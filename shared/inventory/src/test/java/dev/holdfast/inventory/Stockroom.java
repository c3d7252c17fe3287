package dev.holdfast.inventory;

import dev.holdfast.kernel.ChannelId;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.kernel.OrderNumber;
import dev.holdfast.kernel.Sku;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Goods, places and orders that the tests speak of; {@code stock(MUG).at(BERLIN, 5).waiting(2).told()}. */
final class Stockroom {
    static final Sku MUG = new Sku("MUG");
    static final Sku TEA = new Sku("TEA");
    static final LocationId BERLIN = new LocationId("BERLIN");
    static final LocationId LONDON = new LocationId("LONDON");
    static final LocationId PARIS = new LocationId("PARIS");
    static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    private final Sku sku;
    private final TreeMap<LocationId, Counters> shelves = new TreeMap<>();
    private long waiting;
    private long tentative;

    private Stockroom(Sku sku) {
        this.sku = sku;
    }

    static Stockroom stock(Sku sku) {
        return new Stockroom(sku);
    }

    Stockroom at(LocationId location, long available) {
        shelves.put(location, new Counters(available, 0, 0, 0, 0));
        return this;
    }

    Stockroom waiting(long units) {
        waiting = units;
        return this;
    }

    Stockroom tentative(long units) {
        tentative = units;
        return this;
    }

    Stock told() {
        return new Stock(sku, 7, shelves, waiting, 3, tentative, 11);
    }

    /** Berlin is asked first, then London; nobody set a priority for Paris. */
    static Sourcing berlinFirst() {
        return new Sourcing(Map.of(BERLIN, 1, LONDON, 2));
    }

    static LinePlace place(Sku sku, int number) {
        return new LinePlace(
                sku,
                NOW.plusSeconds(number),
                OrderId.of(new ChannelId("shop"), new OrderNumber(String.valueOf(number))));
    }

    /** The order of this number waits for so many units. */
    static WaitingDemand waits(int number, long units) {
        return new WaitingDemand(place(MUG, number), units);
    }
}
