package dev.holdfast.simulation.check;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** Every transition that may be seen on an axis of an order, written down a second time, and how often each was. */
public final class Transitions {
    /** The axis of the stock decision, the payment and the goods together. */
    public static final Transitions STAGE = new Transitions(
            "stage",
            Map.ofEntries(
                    Map.entry(
                            "PLACED",
                            Set.of(
                                    "PLACED",
                                    "REJECTING",
                                    "REJECTED",
                                    "BACKORDERED",
                                    "RESERVED",
                                    "CONFIRMED",
                                    "CANCELLING",
                                    "CANCELLED")),
                    Map.entry("REJECTING", Set.of("REJECTING", "REJECTED")),
                    Map.entry("BACKORDERED", Set.of("BACKORDERED", "RESERVED", "CONFIRMED", "CANCELLING", "CANCELLED")),
                    Map.entry("RESERVED", Set.of("RESERVED", "REVIEW", "CONFIRMED", "CANCELLING", "CANCELLED")),
                    Map.entry("REVIEW", Set.of("CONFIRMED", "CANCELLING")),
                    Map.entry("CONFIRMED", Set.of("CONFIRMED", "SHIPPED", "CANCELLING", "CANCELLED")),
                    Map.entry("SHIPPED", Set.of("SHIPPED", "DELIVERED")),
                    Map.entry("CANCELLING", Set.of("CANCELLING", "CANCELLED")),
                    Map.entry("DELIVERED", Set.of("DELIVERED")),
                    Map.entry("CANCELLED", Set.of()),
                    Map.entry("REJECTED", Set.of())));

    /** The axis of the payment. */
    public static final Transitions PAYMENT = new Transitions(
            "payment",
            Map.ofEntries(
                    Map.entry("NOT_REQUIRED", Set.of("NOT_REQUIRED")),
                    Map.entry("PENDING", Set.of("PENDING", "AUTHORISING", "VOIDED", "VOIDING")),
                    Map.entry(
                            "AUTHORISING", Set.of("AUTHORISING", "AUTHORISED", "WRONG_AMOUNT", "DECLINED", "PENDING")),
                    Map.entry("AUTHORISED", Set.of("AUTHORISED", "CAPTURING", "VOIDING")),
                    Map.entry("WRONG_AMOUNT", Set.of("WRONG_AMOUNT", "AUTHORISED", "VOIDING")),
                    Map.entry("DECLINED", Set.of("DECLINED")),
                    Map.entry("CAPTURING", Set.of("CAPTURING", "CAPTURED", "CAPTURE_DECLINED")),
                    Map.entry("CAPTURED", Set.of("CAPTURED")),
                    Map.entry("CAPTURE_DECLINED", Set.of("CAPTURE_DECLINED")),
                    Map.entry("VOIDING", Set.of("VOIDING", "VOIDED", "VOID_DECLINED")),
                    Map.entry("VOID_DECLINED", Set.of("VOID_DECLINED")),
                    Map.entry("VOIDED", Set.of("VOIDED"))));

    /** The axis of one shipment. */
    public static final Transitions SHIPMENT = new Transitions(
            "shipment",
            Map.of(
                    "READY", Set.of("READY", "DISPATCHING", "DISPATCHED", "CANCELLED"),
                    "DISPATCHING", Set.of("DISPATCHING", "DISPATCHED"),
                    "DISPATCHED", Set.of("DISPATCHED", "DELIVERED"),
                    "DELIVERED", Set.of("DELIVERED"),
                    "CANCELLED", Set.of("CANCELLED")));

    private final String axis;
    private final Map<String, Set<String>> allowed;
    private final Map<String, Map<String, LongAdder>> seen = new TreeMap<>();

    private Transitions(String axis, Map<String, Set<String>> allowed) {
        this.axis = axis;
        this.allowed = allowed;
        allowed.forEach((from, all) -> {
            Map<String, LongAdder> counts = new TreeMap<>();
            all.forEach(to -> counts.put(to, new LongAdder()));
            seen.put(from, counts);
        });
    }

    /** Whether it may be; if so it is counted. */
    boolean see(String from, String to) {
        LongAdder count = seen.getOrDefault(from, Map.of()).get(to);
        if (count == null) {
            return false;
        }
        count.increment();
        return true;
    }

    public String axis() {
        return axis;
    }

    /** How often each was seen. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        seen.forEach(
                (from, all) -> all.forEach((to, count) -> counts.put(axis + " " + from + " -> " + to, count.sum())));
        return counts;
    }

    Set<String> from(String state) {
        return allowed.getOrDefault(state, Set.of());
    }
}
