package dev.holdfast.local.verify;

import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.Payment;
import dev.holdfast.ordering.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * I7, I8 and I10, by what the provider itself remembers: each intent at most once, never more captured than authorised,
 * nothing captured for a cancelled order, no authorisation left on an order that ended without capture.
 */
public final class PaidOnce implements Check {
    @Override
    public String invariant() {
        return "I7";
    }

    @Override
    public String statement() {
        return "paid once: the provider authorised and captured each order at most once, as the order says";
    }

    @Override
    public String scope(Snapshot snapshot) {
        long intents =
                snapshot.provider().values().stream().mapToLong(List::size).sum();
        return intents + " intents of " + snapshot.provider().size() + " orders";
    }

    @Override
    public Optional<Violation> check(Snapshot snapshot) {
        for (StoredOrder stored : snapshot.orders().values()) {
            Map<String, ProviderRow> intents = new HashMap<>();
            for (ProviderRow row : snapshot.provider().getOrDefault(stored.id(), List.of())) {
                if (intents.put(row.intent(), row) != null) {
                    return violation("I7", stored, "asked the provider twice to " + row.intent());
                }
            }
            Optional<Violation> violation = check(stored, intents);
            if (violation.isPresent()) {
                return violation;
            }
        }
        for (String order : snapshot.provider().keySet()) {
            if (!snapshot.orders().containsKey(order)) {
                return Optional.of(
                        new Violation("I7", "the provider was asked for order " + order + ", which is none"));
            }
        }
        return Optional.empty();
    }

    private static Optional<Violation> check(StoredOrder stored, Map<String, ProviderRow> intents) {
        Order order = stored.order();
        Payment payment = order.state().payment();
        long authorised = approved(intents, "AUTHORISE");
        long captured = approved(intents, "CAPTURE");
        boolean voided = approved(intents, "VOID") > 0;
        if (captured > authorised) {
            return violation("I7", stored, "captured " + captured + " of " + authorised + " authorised");
        }
        if (captured != payment.capturedMinor()) {
            return violation(
                    "I7", stored, "says captured " + payment.capturedMinor() + "; the provider says " + captured);
        }
        boolean cancelled = order.state().stage() instanceof Stage.Cancelled;
        if (cancelled && captured > 0) {
            return violation("I8", stored, "is cancelled and was charged " + captured);
        }
        if (cancelled && authorised > 0 && !voided) {
            return violation("I10", stored, "is cancelled and " + authorised + " are still authorised");
        }
        if (voided && captured > 0) {
            return violation("I8", stored, "was voided and captured");
        }
        return Optional.empty();
    }

    /** Minor units of an approved intent; 0 where there was none. */
    private static long approved(Map<String, ProviderRow> intents, String intent) {
        return Optional.ofNullable(intents.get(intent))
                .filter(ProviderRow::approved)
                .map(ProviderRow::minor)
                .orElse(0L);
    }

    private static Optional<Violation> violation(String invariant, StoredOrder stored, String what) {
        return Optional.of(new Violation(invariant, stored.words() + " " + what));
    }
}
