package dev.holdfast.simulation.world;

import dev.holdfast.kernel.OrderId;
import dev.holdfast.ordering.port.PaymentProvider.Answer;
import dev.holdfast.ordering.port.PaymentProvider.Intent;
import dev.holdfast.simulation.engine.Violation;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The provider's own books: each intent of an order once, and what moved. It checks that nobody is charged wrongly. */
public final class Ledger {
    private final Map<OrderId, Account> accounts = new HashMap<>();

    /** What happened to one order's money. */
    public static final class Account {
        private final Map<Intent, Answer> answers = new EnumMap<>(Intent.class);
        private long authorisedMinor;
        private long capturedMinor;
        private int captures;
        private boolean voided;

        public long authorisedMinor() {
            return authorisedMinor;
        }

        public long capturedMinor() {
            return capturedMinor;
        }

        public boolean isVoided() {
            return voided;
        }

        public boolean isVoidDeclined() {
            return answers.get(Intent.VOID) instanceof Answer.Declined;
        }

        /** Whether nothing stands, or the provider will not undo what does. */
        public boolean isUndone() {
            return authorisedMinor == 0 || voided || isVoidDeclined();
        }
    }

    /** What the provider knows of an order. */
    public Account of(OrderId order) {
        return accounts.computeIfAbsent(order, _ -> new Account());
    }

    /** Forgets that it was asked before, as if it came under another key. */
    public void forget(OrderId order, Intent intent) {
        of(order).answers.remove(intent);
    }

    Optional<Answer> find(OrderId order, Intent intent) {
        return Optional.ofNullable(of(order).answers.get(intent));
    }

    /** Acts once per intent; a repetition is answered from memory. */
    Answer act(OrderId order, Intent intent, Answer wanted) {
        Account account = of(order);
        Answer before = account.answers.get(intent);
        if (before != null) {
            return before;
        }
        account.answers.put(intent, wanted);
        if (wanted instanceof Answer.Approved(long minor)) {
            move(order, account, intent, minor);
        }
        return wanted;
    }

    private static void move(OrderId order, Account account, Intent intent, long minor) {
        switch (intent) {
            case AUTHORISE -> {
                Violation.unless(account.authorisedMinor == 0, "I7", () -> "order " + order + " is authorised twice");
                account.authorisedMinor = minor;
            }
            case CAPTURE -> {
                account.captures++;
                account.capturedMinor += minor;
                Violation.unless(account.captures == 1, "I7", () -> "order " + order + " is captured twice");
                Violation.unless(
                        account.capturedMinor <= account.authorisedMinor,
                        "I7",
                        () -> "order " + order + " is captured for more than was authorised");
                Violation.unless(!account.voided, "I8", () -> "order " + order + " is captured after it was voided");
            }
            case VOID -> {
                Violation.unless(
                        account.captures == 0, "I8", () -> "order " + order + " is voided after it was captured");
                account.voided = true;
            }
        }
    }
}
