package dev.holdfast.simulation.exhaustive;

import static dev.holdfast.simulation.exhaustive.Scenarios.Bounds.NARROW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.inventory.JournalEntry;
import dev.holdfast.inventory.StockChange;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.OrderChange;
import dev.holdfast.ordering.OrderState;
import dev.holdfast.ordering.Payment;
import dev.holdfast.ordering.Stage;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The checker is checked: each of these shops is wrong in one thing, and the checker says in which. */
class PlantedFlawsTest {
    private static final int STATES = 2_000_000;

    private static void finds(String law, Scenario scenario, Flaw flaw) {
        assertThat(new Explorer(scenario, flaw).explore(STATES).broken())
                .as(scenario.name())
                .hasValueSatisfying(broken -> assertThat(broken).contains(law));
    }

    private static Flaw writing(UnaryOperator<OrderChange> wrong) {
        return new Flaw() {
            @Override
            public Order written(OrderChange change) {
                return wrong.apply(change).after();
            }
        };
    }

    /** A transition function that is wrong where its outcome is so. */
    private static Flaw wrong(UnaryOperator<OrderState> transition) {
        return new Flaw() {
            @Override
            public Order written(OrderChange change) {
                Order after = change.after();
                return new Order(after.content(), transition.apply(after.state()), after.held());
            }
        };
    }

    private static OrderState with(OrderState state, Stage stage) {
        return new OrderState(
                state.version(),
                stage,
                state.payment(),
                state.progress(),
                state.shipments(),
                state.history(),
                state.review(),
                state.due());
    }

    private static OrderState with(OrderState state, Payment payment) {
        return new OrderState(
                state.version(),
                state.stage(),
                payment,
                state.progress(),
                state.shipments(),
                state.history(),
                state.review(),
                state.due());
    }

    private static Flaw forgetting(JournalEntry.Kind kind) {
        return new Flaw() {
            @Override
            public boolean forgets(StockChange change) {
                return change.entry().kind() == kind;
            }
        };
    }

    @Test
    void two_handlers_that_write_over_each_other() {
        finds("I6: one version further", Scenarios.paidOrder(NARROW), new Flaw() {
            @Override
            public boolean ignoresVersions() {
                return true;
            }
        });
    }

    @Test
    void a_newcomer_who_takes_what_somebody_waits_for() {
        finds("who waits is not overtaken", Scenarios.newcomerAndLine(NARROW), new Flaw() {
            @Override
            public boolean ignoresTheLine() {
                return true;
            }
        });
    }

    @Test
    void the_last_unit_sold_twice() {
        finds("no counter is negative", Scenarios.lastUnit(NARROW), new Flaw() {
            @Override
            public boolean ignoresCounters() {
                return true;
            }
        });
    }

    @Test
    void a_new_key_for_every_call_to_the_provider() {
        finds("I7: nothing is done twice", Scenarios.paidOrder(NARROW), new Flaw() {
            @Override
            public boolean forgetsKeys() {
                return true;
            }
        });
    }

    @Test
    void a_cancellation_that_does_not_give_its_goods_back() {
        finds("I3: reserved is the sum", Scenarios.lastUnit(NARROW), forgetting(JournalEntry.Kind.RELEASE));
    }

    @Test
    void a_shipment_that_stays_on_the_books() {
        finds("I4: what came in", Scenarios.twoParcels(NARROW), forgetting(JournalEntry.Kind.SHIP));
    }

    @Test
    void a_wide_order_that_settles_without_its_stock() {
        finds("I3: tentative", Scenarios.wideOrder(NARROW), forgetting(JournalEntry.Kind.SETTLE));
    }

    @Test
    void goods_that_are_held_and_not_noted_in_the_order() {
        finds(
                "I3: reserved is the sum",
                Scenarios.twoParcels(NARROW),
                writing(change -> new OrderChange(
                        change.before(),
                        new Order(change.after().content(), change.after().state(), new TreeMap<>()))));
    }

    @Test
    void an_order_that_is_confirmed_before_it_is_paid() {
        finds(
                "I11: confirmed implies held and paid",
                Scenarios.paidOrder(NARROW),
                wrong(state -> state.stage() instanceof Stage.Reserved ? with(state, new Stage.Confirmed()) : state));
    }

    @Test
    void a_cancellation_that_leaves_the_money_authorised() {
        finds(
                "I10: no orphan authorisation",
                Scenarios.paidOrder(NARROW),
                wrong(state ->
                        state.stage() instanceof Stage.Cancelling at && state.payment() instanceof Payment.Authorised
                                ? with(state, new Stage.Cancelled(at.cancellation()))
                                : state));
    }

    @Test
    void a_cancelled_order_whose_money_is_captured_instead_of_voided() {
        finds(
                "I8: nothing is captured for a cancelled order",
                Scenarios.paidOrder(NARROW),
                wrong(state -> state.payment() instanceof Payment.Voiding at && at.minor() == 200
                        ? with(state, new Payment.Capturing(at.minor()))
                        : state));
    }

    @Test
    void an_outage_of_the_provider_that_the_order_does_not_remember() {
        finds(
                "I10: no orphan authorisation",
                Scenarios.paidOrder(NARROW),
                wrong(state -> state.stage() instanceof Stage.Reserved && state.payment() instanceof Payment.Pending
                        ? with(state, new Payment.Pending(0))
                        : state));
    }

    @Test
    void a_backorder_that_nobody_looks_at_again() {
        finds(
                "I12: who waits has one due time",
                Scenarios.backorder(NARROW),
                wrong(state -> state.stage() instanceof Stage.Backordered
                        ? new OrderState(
                                state.version(),
                                state.stage(),
                                state.payment(),
                                state.progress(),
                                state.shipments(),
                                state.history(),
                                state.review(),
                                Optional.empty())
                        : state));
    }

    @Test
    void a_void_that_never_ends() {
        finds(
                "I12: comes to rest",
                Scenarios.paidOrder(NARROW),
                writing(change -> change.before().state().payment() instanceof Payment.Voiding
                        ? new OrderChange(change.before(), undone(change))
                        : change));
    }

    private static Order undone(OrderChange change) {
        OrderState before = change.before().state();
        OrderState again = new OrderState(
                before.version() + 1,
                before.stage(),
                before.payment(),
                before.progress(),
                before.shipments(),
                before.history(),
                before.review(),
                before.due());
        return new Order(change.before().content(), again, change.before().held());
    }

    @Test
    void a_delivered_order_that_was_never_shipped() {
        finds(
                "I6: only declared transitions",
                Scenarios.twoParcels(NARROW),
                wrong(state -> state.stage() instanceof Stage.Shipped ? with(state, new Stage.Delivered()) : state));
    }

    @Test
    void a_handler_that_takes_two_steps_for_one() {
        finds(
                "I6: one version further",
                Scenarios.twoParcels(NARROW),
                wrong(state -> new OrderState(
                        state.version() + 1,
                        state.stage(),
                        state.payment(),
                        state.progress(),
                        state.shipments(),
                        state.history(),
                        state.review(),
                        state.due())));
    }
}
