package dev.holdfast.simulation.exhaustive;

import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.inventory.Shelf;
import dev.holdfast.inventory.WaitingDemand;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.ordering.port.Orders;
import dev.holdfast.ordering.port.PaymentProvider.Answer;
import dev.holdfast.ordering.port.PaymentProvider.Intent;
import dev.holdfast.ordering.port.PaymentProvider.Lookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a call may find and do, and how its answer may get lost. The first possibility is always the benign one. */
record Surroundings(Scenario scenario, Flaw flaw) {
    /** One way a call may go. */
    record Way(String words, Object answer, Shop after) {}

    List<Way> ways(Call call, Shop shop) {
        return switch (call) {
            case Call.LoadOrder load -> read(shop.find(load.id()), shop);
            case Call.LoadOrders load ->
                read(
                        new Orders.Loaded(
                                load.ids().stream()
                                        .flatMap(id -> shop.find(id).stream())
                                        .toList(),
                                Set.of()),
                        shop);
            case Call.ReadStock stock ->
                read(Shelf.of(stock.skus().stream().map(shop::stock).toList()), shop);
            case Call.ReadFront front ->
                read(
                        shop.line().entrySet().stream()
                                .filter(place -> place.getKey().sku().equals(front.sku()))
                                .limit(front.most())
                                .map(place -> new WaitingDemand(place.getKey(), place.getValue()))
                                .toList(),
                        shop);
            case Call.Commit commit -> commit(commit, shop);
            case Call.LookUp lookUp -> lookUp(lookUp, shop);
            case Call.Ask ask -> ask(ask, shop);
        };
    }

    private static List<Way> read(Object found, Shop shop) {
        return List.of(new Way("", found, shop));
    }

    private List<Way> commit(Call.Commit commit, Shop shop) {
        if (!shop.allows(commit, flaw)) {
            return List.of(
                    new Way("somebody else was first", new CommitOutcome.MovedOn(), shop),
                    new Way("no answer, no effect", new CommitOutcome.Unknown(), shop));
        }
        Shop after = shop.after(commit, flaw);
        return List.of(
                new Way("written", new CommitOutcome.Committed(), after),
                new Way("written, the answer is lost", new CommitOutcome.Unknown(), after),
                new Way("written, the client asks again by itself", new CommitOutcome.MovedOn(), after),
                new Way("no answer, no effect", new CommitOutcome.Unknown(), shop),
                new Way("contended", new CommitOutcome.Contended(), shop));
    }

    private static List<Way> lookUp(Call.LookUp lookUp, Shop shop) {
        Lookup found = shop.book(lookUp.order())
                .answer(lookUp.intent())
                .<Lookup>map(Lookup.Found::new)
                .orElseGet(Lookup.NotFound::new);
        return List.of(
                new Way(found.toString(), found, shop),
                new Way("the provider is away", new Lookup.Unavailable(), shop));
    }

    private List<Way> ask(Call.Ask ask, Shop shop) {
        List<Way> ways = new ArrayList<>();
        Optional<Answer> known =
                flaw.forgetsKeys() ? Optional.empty() : shop.book(ask.order()).answer(ask.intent());
        for (Answer answer : known.map(List::of).orElseGet(() -> firstAnswers(ask))) {
            Shop after =
                    known.isPresent() ? shop : shop.withBook(ask.order(), book -> book.acted(ask.intent(), answer));
            ways.add(new Way(answer.toString(), answer, after));
            ways.add(new Way(answer + ", and it is lost", new Answer.Unknown(), after));
        }
        ways.add(new Way("no answer, no effect", new Answer.Unknown(), shop));
        away(ask.intent(), shop).ifPresent(after -> ways.add(new Way("away", new Answer.Unavailable(), after)));
        return ways;
    }

    private List<Answer> firstAnswers(Call.Ask ask) {
        return switch (ask.intent()) {
            case AUTHORISE -> scenario.authorisations();
            case CAPTURE -> List.of(new Answer.Approved(ask.minor()), new Answer.Declined());
            case VOID -> List.of(new Answer.Approved(ask.minor()), new Answer.Declined());
        };
    }

    /** An order notes each outage before its authorisation, so there are only so many of those. */
    private static Optional<Shop> away(Intent intent, Shop shop) {
        if (intent != Intent.AUTHORISE) {
            return Optional.of(shop);
        }
        return shop.outages() > 0 ? Optional.of(shop.withOneOutageLess()) : Optional.empty();
    }

    /** A shop that a program runs in without interruption or fault. */
    static final class Calm {
        private final Surroundings surroundings;
        private Shop shop;

        Calm(Surroundings surroundings, Shop shop) {
            this.surroundings = surroundings;
            this.shop = shop;
        }

        /** The shop after the program's first commit, or its end. */
        Shop run(Program program) {
            Ports ports = new Ports(surroundings.scenario.sourcing(), this::answer);
            try {
                program.runOver(ports, 1, Integer.MAX_VALUE);
            } catch (Stop stop) {
                throw new IllegalStateException("nothing stops a calm run", stop);
            }
            return shop;
        }

        private Object answer(Call call) {
            Way way = surroundings.ways(call, shop).getFirst();
            shop = way.after();
            return way.answer();
        }
    }

    /** The orders that the scenario is about. */
    List<OrderId> orders() {
        return List.copyOf(scenario.start().orders().keySet());
    }
}
