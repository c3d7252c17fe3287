package dev.holdfast.simulation.exhaustive;

import dev.holdfast.inventory.Counters;
import dev.holdfast.inventory.Demand;
import dev.holdfast.inventory.LinePlace;
import dev.holdfast.inventory.Stock;
import dev.holdfast.inventory.WaitingDemand;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.kernel.Sku;
import dev.holdfast.ordering.Held;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.OrderState;
import dev.holdfast.ordering.Overdue;
import dev.holdfast.ordering.Payment;
import dev.holdfast.ordering.Shipment;
import dev.holdfast.ordering.Stage;
import dev.holdfast.ordering.Work;
import dev.holdfast.ordering.port.PaymentProvider.Answer;
import dev.holdfast.ordering.port.PaymentProvider.Intent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What must hold in every state, of every change, and at rest. The numbers are those of the project's invariants. */
final class Laws {
    /** Stage by stage, where a commit may lead: one of them may do several steps at once. */
    static final Map<String, Set<String>> STAGES = Map.ofEntries(
            Map.entry(
                    "Placed",
                    Set.of("Reserved", "Backordered", "Confirmed", "Rejecting", "Rejected", "Cancelling", "Cancelled")),
            Map.entry("Rejecting", Set.of("Rejected")),
            Map.entry("Backordered", Set.of("Reserved", "Confirmed", "Cancelling", "Cancelled")),
            Map.entry("Reserved", Set.of("Confirmed", "Review", "Cancelling", "Cancelled")),
            Map.entry("Review", Set.of("Confirmed", "Cancelling")),
            Map.entry("Confirmed", Set.of("Shipped", "Cancelling", "Cancelled")),
            Map.entry("Shipped", Set.of("Delivered")),
            Map.entry("Cancelling", Set.of("Cancelled")));

    /** Payment by payment, where a commit may lead. */
    static final Map<String, Set<String>> PAYMENTS = Map.ofEntries(
            Map.entry("Pending", Set.of("Authorising", "Voiding", "Voided")),
            Map.entry("Authorising", Set.of("Authorised", "WrongAmount", "Declined", "Pending")),
            Map.entry("Authorised", Set.of("Capturing", "Voiding")),
            Map.entry("WrongAmount", Set.of("Authorised", "Voiding")),
            Map.entry("Capturing", Set.of("Captured", "CaptureDeclined")),
            Map.entry("Voiding", Set.of("Voided", "VoidDeclined")));

    /** Where an order may rest, and whether somebody looks at it again. */
    static final Map<String, Boolean> RESTS = Map.ofEntries(
            Map.entry("Backordered/NotRequired", true),
            Map.entry("Backordered/Pending", true),
            Map.entry("Review/WrongAmount", true),
            Map.entry("Confirmed/NotRequired", true),
            Map.entry("Confirmed/Authorised", true),
            Map.entry("Shipped/NotRequired", true),
            Map.entry("Shipped/Captured", true),
            Map.entry("Shipped/CaptureDeclined", true),
            Map.entry("Delivered/NotRequired", false),
            Map.entry("Delivered/Captured", false),
            Map.entry("Delivered/CaptureDeclined", false),
            Map.entry("Cancelled/NotRequired", false),
            Map.entry("Cancelled/Voided", false),
            Map.entry("Cancelled/VoidDeclined", false),
            Map.entry("Cancelled/Declined", false),
            Map.entry("Rejected/NotRequired", false),
            Map.entry("Rejected/Voided", false));

    /** What of these tables was seen to happen. */
    record Seen(Set<String> stages, Set<String> payments, Set<String> rests) {
        Seen() {
            this(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        }

        void add(Seen other) {
            stages.addAll(other.stages);
            payments.addAll(other.payments);
            rests.addAll(other.rests);
        }
    }

    /** All arrows of a table. */
    static Set<String> arrows(Map<String, Set<String>> table) {
        return table.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(to -> arrow(entry.getKey(), to)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String arrow(String from, String to) {
        return from + " -> " + to;
    }

    private final Seen seen = new Seen();

    Seen seen() {
        return seen;
    }

    static String words(OrderState state) {
        return stage(state) + "/" + payment(state);
    }

    private static String stage(OrderState state) {
        return state.stage().getClass().getSimpleName();
    }

    private static String payment(OrderState state) {
        return state.payment().getClass().getSimpleName();
    }

    private static void must(boolean holds, String law, Object of) {
        if (!holds) {
            throw new Broken(law + ": " + of);
        }
    }

    // ---- every state

    void check(Shop shop) {
        shop.stocks().values().forEach(stock -> check(stock, shop));
        shop.orders()
                .values()
                .forEach(order -> check(order, shop.book(order.content().id())));
    }

    private static void check(Stock stock, Shop shop) {
        Sku sku = stock.sku();
        long shipped = units(shop, sku, true);
        long onHand = stock.totals().onHand();
        must(
                onHand + shipped == shop.stocked().getOrDefault(sku, 0L),
                "I4: what came in is on hand or shipped",
                stock + ", shipped " + shipped);
        Map<LocationId, Long> open = new TreeMap<>();
        for (Order order : shop.orders().values()) {
            for (Held held : order.allHeld()) {
                if (!held.shipped() && held.allocation().sku().equals(sku)) {
                    open.merge(held.allocation().location(), held.allocation().units(), Long::sum);
                }
            }
        }
        for (Map.Entry<LocationId, Counters> shelf : stock.shelves().entrySet()) {
            must(
                    shelf.getValue().reserved() == open.getOrDefault(shelf.getKey(), 0L),
                    "I3: reserved is the sum of open allocations",
                    stock + ", open " + open);
        }
        long waiting = 0;
        for (Order order : shop.orders().values()) {
            for (int chunk = 0; chunk < order.content().chunks(); chunk++) {
                for (WaitingDemand demand : order.waitingIn(chunk)) {
                    waiting += demand.place().sku().equals(sku) ? demand.units() : 0;
                }
            }
        }
        long inLine = shop.line().entrySet().stream()
                .filter(place -> place.getKey().sku().equals(sku))
                .mapToLong(Map.Entry::getValue)
                .sum();
        must(
                stock.waiting() == waiting && waiting == inLine,
                "I3: who waits is counted once, and stands in line",
                stock + ", orders wait for " + waiting + ", line " + inLine);
        must(stock.tentative() == tentative(shop, sku), "I3: tentative is what unfinished wide orders hold", stock);
    }

    private static long units(Shop shop, Sku sku, boolean shipped) {
        return shop.orders().values().stream()
                .flatMap(order -> order.allHeld().stream())
                .filter(held ->
                        held.shipped() == shipped && held.allocation().sku().equals(sku))
                .mapToLong(held -> held.allocation().units())
                .sum();
    }

    private static long tentative(Shop shop, Sku sku) {
        long units = 0;
        for (Order order : shop.orders().values()) {
            for (Map.Entry<Integer, List<Held>> chunk : order.held().entrySet()) {
                if (order.state().progress().isTentative(chunk.getKey())) {
                    units += chunk.getValue().stream()
                            .filter(held -> held.allocation().sku().equals(sku))
                            .mapToLong(held -> held.allocation().units())
                            .sum();
                }
            }
        }
        return units;
    }

    private void check(Order order, Book book) {
        OrderState state = order.state();
        Payment payment = state.payment();
        String at = order.content().id() + "@" + state.version() + " " + words(state) + " " + book;
        must(book.authorisations() <= 1 && book.captures() <= 1 && book.voids() <= 1, "I7: nothing is done twice", at);
        must(book.captures() == 0 || book.voids() == 0, "I8: what is given back is not taken", at);
        must(payment.capturedMinor() <= book.authorisedMinor(), "I7: captured is at most authorised", at);
        boolean ends = state.stage() instanceof Stage.Cancelling
                || state.stage() instanceof Stage.Cancelled
                || state.stage() instanceof Stage.Rejected;
        must(!ends || book.captures() == 0, "I8: nothing is captured for a cancelled order", at);
        must(
                !(state.stage() instanceof Stage.Cancelled || state.stage() instanceof Stage.Rejected)
                        || !book.keepsMoney(),
                "I10: no orphan authorisation",
                at);
        must(agrees(payment, book), "the order says of the money what the provider says", at);
        boolean paid = payment instanceof Payment.NotRequired || payment.authorisedMinor() > 0;
        boolean left = order.allHeld().stream().anyMatch(Held::shipped)
                || state.shipments().values().stream().anyMatch(Laws::hasLeft);
        must(!left || (paid && isHeldInFull(order)), "I11: shipped implies held and paid", at);
        boolean ready = state.stage() instanceof Stage.Confirmed
                || state.stage() instanceof Stage.Shipped
                || state.stage() instanceof Stage.Delivered;
        must(!ready || (paid && isHeldInFull(order)), "I11: confirmed implies held and paid", at);
        boolean holdsNothing = state.stage() instanceof Stage.Cancelled || state.stage() instanceof Stage.Rejected;
        must(
                !holdsNothing || order.allHeld().stream().allMatch(Held::shipped),
                "what has ended without its goods holds none",
                at);
        checkDue(order, at);
    }

    private static boolean agrees(Payment payment, Book book) {
        return switch (payment) {
            case Payment.NotRequired _, Payment.Declined _ -> book.authorisations() == 0;
            case Payment.Pending _, Payment.Authorising _ -> book.captures() == 0 && book.voids() == 0;
            case Payment.Authorised authorised ->
                book.authorisedMinor() == authorised.minor() && book.captures() == 0 && book.voids() == 0;
            case Payment.WrongAmount wrong ->
                book.authorisedMinor() == wrong.minor() && book.captures() == 0 && book.voids() == 0;
            case Payment.Capturing _ -> book.authorisations() == 1 && book.voids() == 0;
            case Payment.Captured _ -> book.captures() == 1;
            case Payment.CaptureDeclined _ -> book.authorisations() == 1 && book.captures() == 0;
            case Payment.Voiding _, Payment.Voided _ -> book.captures() == 0;
            case Payment.VoidDeclined _ ->
                book.captures() == 0 && book.answer(Intent.VOID).equals(Optional.of(new Answer.Declined()));
        };
    }

    private static boolean hasLeft(Shipment shipment) {
        return !(shipment instanceof Shipment.Ready) && !(shipment instanceof Shipment.Cancelled);
    }

    private static boolean isHeldInFull(Order order) {
        Map<Sku, Long> held = new TreeMap<>();
        order.allHeld()
                .forEach(one ->
                        held.merge(one.allocation().sku(), one.allocation().units(), Long::sum));
        return order.content().demand().stream()
                .allMatch((Demand demand) -> held.getOrDefault(demand.sku(), 0L) == demand.units());
    }

    private void checkDue(Order order, String at) {
        OrderState state = order.state();
        Set<Work> work = Work.pending(state);
        if (work.isEmpty()) {
            String rest = words(state);
            must(RESTS.containsKey(rest), "I12: a state without work is final or a named waiting state", at);
            must(
                    state.due().isPresent() == RESTS.getOrDefault(rest, false),
                    "I12: who waits has one due time, who is final none",
                    at);
            seen.rests.add(rest);
        } else {
            must(state.due().isPresent(), "I12: work has a due time", at);
        }
        state.due().ifPresent(due -> {
            must(
                    !(Overdue.decide(state, due) instanceof Overdue.Nothing),
                    "I12: at its due time something happens",
                    at);
            must(
                    Overdue.decide(state, due.minusNanos(1)) instanceof Overdue.Nothing,
                    "before its due time nothing does",
                    at);
        });
    }

    // ---- every change

    void check(Shop before, Shop after) {
        for (Map.Entry<OrderId, Order> entry : before.orders().entrySet()) {
            Order was = entry.getValue();
            Order is = after.order(entry.getKey());
            if (!was.equals(is)) {
                check(was, is);
            }
        }
        for (Order taker : after.orders().values()) {
            OrderId id = taker.content().id();
            for (Demand demand : taker.content().demand()) {
                if (units(taker, demand.sku()) > units(before.order(id), demand.sku())) {
                    must(!overtakes(taker, demand.sku(), before, after), "who waits is not overtaken", id);
                }
            }
        }
    }

    private void check(Order was, Order is) {
        OrderState from = was.state();
        OrderState to = is.state();
        String at = is.content().id() + "@" + to.version() + " " + words(from) + " -> " + words(to);
        must(to.version() == from.version() + 1, "I6: one version further", at);
        must(is.content().equals(was.content()), "what was accepted never changes", at);
        if (!from.stage().getClass().equals(to.stage().getClass())) {
            must(
                    STAGES.getOrDefault(stage(from), Set.of()).contains(stage(to)),
                    "I6: only declared transitions, and none from a final state",
                    at);
            seen.stages.add(arrow(stage(from), stage(to)));
        } else {
            must(
                    !(from.stage() instanceof Stage.Cancelled) && !(from.stage() instanceof Stage.Rejected),
                    "I6: a final state is never left",
                    at);
        }
        if (!from.payment().getClass().equals(to.payment().getClass())) {
            must(
                    PAYMENTS.getOrDefault(payment(from), Set.of()).contains(payment(to)),
                    "I6: only declared payment transitions",
                    at);
            seen.payments.add(arrow(payment(from), payment(to)));
        }
    }

    private static long units(Order order, Sku sku) {
        return order.allHeld().stream()
                .filter(held -> held.allocation().sku().equals(sku))
                .mapToLong(held -> held.allocation().units())
                .sum();
    }

    /** Whether somebody whose turn it was before this order's still waits; a newcomer's turn is after everybody's. */
    private static boolean overtakes(Order taker, Sku sku, Shop before, Shop after) {
        LinePlace own = taker.placeFor(sku);
        boolean inLine = before.line().containsKey(own);
        return before.line().keySet().stream()
                .filter(place -> place.sku().equals(sku) && !place.equals(own))
                .filter(place -> !inLine || place.compareTo(own) < 0)
                .anyMatch(place -> after.line().containsKey(place));
    }
}
