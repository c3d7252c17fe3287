package dev.holdfast.local.verify;

import dev.holdfast.local.replay.AcceptedContent;
import dev.holdfast.local.replay.LedgerEntry;
import dev.holdfast.ordering.Order;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** I13: every order that was acknowledged is there with the content that was accepted; and each number once. */
public final class NothingLost implements Check {
    @Override
    public String invariant() {
        return "I13";
    }

    @Override
    public String statement() {
        return "nothing lost, nothing twice: acknowledged orders are kept as accepted, one per number";
    }

    @Override
    public String scope(Snapshot snapshot) {
        return snapshot.ledger().isEmpty()
                ? "no ledger: only that each number is one order"
                : snapshot.ledger().size() + " acknowledgements";
    }

    @Override
    public Optional<Violation> check(Snapshot snapshot) {
        for (LedgerEntry entry : snapshot.ledger()) {
            String acknowledged = "order " + entry.orderNumber() + " of " + entry.channel() + " was acknowledged as "
                    + entry.orderId();
            StoredOrder stored = snapshot.orders().get(entry.orderId());
            if (stored == null) {
                return violation(acknowledged + " and is not there");
            }
            Order order = stored.order();
            if (!order.content().number().value().equals(entry.orderNumber())
                    || !order.content().channel().value().equals(entry.channel())) {
                return violation(acknowledged + "; that is " + stored.words());
            }
            if (stored.personalData().isEmpty()) {
                return violation(acknowledged + " and is kept without its customer");
            }
            String kept = AcceptedContent.sha256(order, stored.personalData().get());
            if (!kept.equals(entry.sha256())) {
                return violation(acknowledged + " and is kept with other content (SHA-256 " + entry.sha256()
                        + " was accepted, " + kept + " is kept)");
            }
        }
        Map<String, String> idOf = new HashMap<>();
        for (StoredOrder stored : snapshot.orders().values()) {
            String number = stored.order().content().channel() + " "
                    + stored.order().content().number();
            String first = idOf.putIfAbsent(number, stored.id());
            if (first != null) {
                return violation("order number " + number + " is two orders: " + first + " and " + stored.id());
            }
        }
        return Optional.empty();
    }

    private Optional<Violation> violation(String what) {
        return Optional.of(new Violation(invariant(), what));
    }
}
