package dev.holdfast.ordering;

import dev.holdfast.inventory.AllocationPolicy;
import dev.holdfast.inventory.Demand;
import dev.holdfast.kernel.ChannelId;
import dev.holdfast.kernel.Fingerprint;
import dev.holdfast.kernel.Invariant;
import dev.holdfast.kernel.Limits;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.kernel.OrderNumber;
import dev.holdfast.kernel.Sku;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/**
 * What was accepted; it never changes.
 *
 * @param totalMinor sum of the lines in minor units of the currency
 * @param demand the lines added up per SKU, in SKU order
 * @param chunkSkus how many SKUs one stock commit takes; an order with more is wide and goes in chunks
 * @param fingerprint of all that was sent, by which a repetition is told from another order
 */
public record OrderContent(
        OrderId id,
        ChannelId channel,
        OrderNumber number,
        Instant placedAt,
        String currency,
        long totalMinor,
        List<OrderLine> lines,
        List<Demand> demand,
        AllocationPolicy policy,
        PaymentTerms payment,
        int chunkSkus,
        Fingerprint fingerprint) {
    public OrderContent {
        lines = List.copyOf(lines);
        demand = List.copyOf(demand);
        Invariant.check(!lines.isEmpty() && lines.size() <= Limits.ORDER_LINES_MAX, "an order has 1 to 1,500 lines");
        Invariant.check(chunkSkus > 0, "a chunk holds something");
    }

    /** Content as accepted: demand added up, total summed, chunk size fixed for good. */
    public static OrderContent accepted(
            ChannelId channel,
            OrderNumber number,
            Instant placedAt,
            String currency,
            List<OrderLine> lines,
            AllocationPolicy policy,
            PaymentTerms payment,
            Fingerprint fingerprint) {
        List<Demand> demand = demandOf(lines);
        int single = switch (policy) {
            case ALL_OR_NOTHING -> Limits.SINGLE_COMMIT_SKUS_MAX;
            case BACKORDER -> Limits.SINGLE_COMMIT_BACKORDER_SKUS_MAX;
        };
        return new OrderContent(
                OrderId.of(channel, number),
                channel,
                number,
                placedAt,
                currency,
                lines.stream().mapToLong(OrderLine::totalMinor).reduce(0, Math::addExact),
                lines,
                demand,
                policy,
                payment,
                demand.size() <= single ? single : Limits.CHUNK_SKUS,
                fingerprint);
    }

    /** Lines of one SKU are one demand. */
    public static List<Demand> demandOf(List<OrderLine> lines) {
        return Demand.addedUp(lines.stream()
                .map(line -> new Demand(line.sku(), line.quantity().units()))
                .toList());
    }

    /** In how many stock commits this order is held. */
    public int chunks() {
        return (demand.size() + chunkSkus - 1) / chunkSkus;
    }

    public List<Demand> chunk(int index) {
        return demand.subList(index * chunkSkus, Math.min(demand.size(), (index + 1) * chunkSkus));
    }

    /** The chunk that a SKU of this order belongs to. */
    public int chunkOf(Sku sku) {
        int at = Collections.binarySearch(
                demand, new Demand(sku, 1), (a, b) -> a.sku().compareTo(b.sku()));
        Invariant.check(at >= 0, "only what was ordered is held");
        return at / chunkSkus;
    }
}
