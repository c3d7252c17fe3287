package dev.holdfast.ordering;

import static dev.holdfast.inventory.AllocationPolicy.ALL_OR_NOTHING;
import static dev.holdfast.inventory.AllocationPolicy.BACKORDER;
import static dev.holdfast.ordering.World.BERLIN;
import static dev.holdfast.ordering.World.LONDON;
import static dev.holdfast.ordering.World.START;
import static dev.holdfast.ordering.World.WORKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.inventory.Allocation;
import dev.holdfast.inventory.AllocationPolicy;
import dev.holdfast.inventory.Demand;
import dev.holdfast.inventory.Shortfall;
import dev.holdfast.inventory.WaitingDemand;
import dev.holdfast.kernel.Fingerprint;
import dev.holdfast.kernel.Invariant;
import dev.holdfast.kernel.Limits;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.kernel.OrderNumber;
import dev.holdfast.kernel.Quantity;
import dev.holdfast.kernel.Sku;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each event makes of an order, who must act on it next, and when somebody looks at it again. */
class LifeOfAnOrderTest {
    private static final Sku MUG = new Sku("MUG");
    private static final Sku TEA = new Sku("TEA");
    private static final Instant LATER = START.plusSeconds(3_600);
    private static final Cancellation WISH = new Cancellation(Optional.of("R1"), "changed my mind");
    private static final Shipment.Dispatch BY_DHL = new Shipment.Dispatch("DHL", "1");
    private static final ReviewDecision APPROVED = new ReviewDecision(ReviewDecision.Verdict.APPROVE, "fine");

    /** An order of two mugs and one tea for 300, in chunks of so many SKUs. */
    private static Order order(AllocationPolicy policy, PaymentMethod method, int chunkSkus) {
        List<OrderLine> lines =
                List.of(new OrderLine(1, MUG, new Quantity(2), 100), new OrderLine(2, TEA, new Quantity(1), 100));
        OrderNumber number = new OrderNumber("1");
        return Order.accepted(
                new OrderContent(
                        OrderId.of(World.SHOP, number),
                        World.SHOP,
                        number,
                        START,
                        "GBP",
                        300,
                        lines,
                        OrderContent.demandOf(lines),
                        policy,
                        new PaymentTerms(method, "tok_approved"),
                        chunkSkus,
                        Fingerprint.of("1")),
                WORKER);
    }

    private static Order small(PaymentMethod method) {
        return order(ALL_OR_NOTHING, method, 10);
    }

    private static Order wide() {
        return order(ALL_OR_NOTHING, PaymentMethod.INVOICE, 1);
    }

    private static OrderEvent.ChunkHeld held(Allocation... allocations) {
        return new OrderEvent.ChunkHeld(List.of(allocations));
    }

    private static Allocation mugs(LocationId location, long units) {
        return new Allocation(MUG, location, units);
    }

    private static Allocation tea(LocationId location) {
        return new Allocation(TEA, location, 1);
    }

    private static Order reserved() {
        return at(small(PaymentMethod.SANDBOX), START, held(mugs(BERLIN, 2), tea(LONDON)));
    }

    private static Order confirmed() {
        return at(reserved(), START, new OrderEvent.AuthorisationStarted(), new OrderEvent.Authorised(300));
    }

    private static Order left(Order order, LocationId location) {
        return at(
                order,
                LATER,
                new OrderEvent.DispatchStarted(location, BY_DHL),
                new OrderEvent.ChunkShipped(location, 0));
    }

    private static Order shipped() {
        return left(left(confirmed(), BERLIN), LONDON);
    }

    private static Order at(Order order, Instant when, OrderEvent... events) {
        return order.after(List.of(events), when, WORKER);
    }

    private static void dueIn(Order order, Instant now, Duration time) {
        assertThat(order.state().due()).contains(now.plus(time));
    }

    // ---- who acts next, and when somebody looks again

    @Test
    void a_placed_order_waits_for_the_stock_worker_and_is_looked_at_soon() {
        Order placed = small(PaymentMethod.SANDBOX);
        assertThat(placed.state().version()).isEqualTo(1);
        assertThat(Work.pending(placed.state())).containsExactly(Work.STOCK);
        dueIn(placed, START, Limits.STUCK_AFTER);
    }

    @Test
    void a_reserved_order_waits_for_its_payment() {
        assertThat(Work.pending(reserved().state())).containsExactly(Work.PAYMENT);
        dueIn(reserved(), START, Limits.STUCK_AFTER);
    }

    @Test
    void a_backorder_waits_for_goods_as_long_as_backorders_do() {
        Order waits = at(order(BACKORDER, PaymentMethod.SANDBOX, 10), START, held(mugs(BERLIN, 1)));
        assertThat(waits.state().status()).isEqualTo(OrderStatus.BACKORDERED);
        assertThat(Work.pending(waits.state())).isEmpty();
        dueIn(waits, START, Limits.BACKORDER_MAX);
        Order filledInPart = at(waits, LATER, new OrderEvent.Filled(List.of(mugs(LONDON, 1))));
        dueIn(filledInPart, START, Limits.BACKORDER_MAX);
    }

    @Test
    void a_review_waits_for_support_and_not_for_a_worker() {
        Order review = at(reserved(), LATER, new OrderEvent.AuthorisationStarted(), new OrderEvent.Authorised(299));
        assertThat(review.state().stage()).isEqualTo(new Stage.Review());
        assertThat(Work.pending(review.state())).isEmpty();
        dueIn(review, LATER, Limits.REVIEW_MAX);
        dueIn(at(review, LATER.plusSeconds(9)), LATER, Limits.REVIEW_MAX);
    }

    @Test
    void a_confirmed_order_waits_for_the_warehouse() {
        assertThat(confirmed().state().status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(Work.pending(confirmed().state())).isEmpty();
        dueIn(confirmed(), START, Limits.OVERDUE_AFTER);
    }

    @Test
    void a_parcel_that_is_being_dispatched_waits_for_the_stock_worker() {
        Order dispatching = at(confirmed(), LATER, new OrderEvent.DispatchStarted(BERLIN, BY_DHL));
        assertThat(Work.pending(dispatching.state())).containsExactly(Work.STOCK);
        dueIn(dispatching, LATER, Limits.STUCK_AFTER);
    }

    @Test
    void a_shipped_order_waits_for_its_capture_and_then_for_the_carrier() {
        assertThat(Work.pending(shipped().state())).containsExactly(Work.PAYMENT);
        Order capturing = at(shipped(), LATER, new OrderEvent.CaptureStarted());
        assertThat(Work.pending(capturing.state())).containsExactly(Work.PAYMENT);
        Order captured = at(capturing, LATER, new OrderEvent.Captured());
        assertThat(Work.pending(captured.state())).isEmpty();
        dueIn(captured, LATER, Limits.OVERDUE_AFTER);
    }

    @Test
    void a_delivered_order_that_is_not_captured_yet_is_not_forgotten() {
        Order delivered = at(
                shipped(),
                LATER,
                new OrderEvent.ShipmentDelivered(BERLIN, LATER),
                new OrderEvent.ShipmentDelivered(LONDON, LATER));
        assertThat(delivered.state().status()).isEqualTo(OrderStatus.DELIVERED);
        assertThat(Work.pending(delivered.state())).containsExactly(Work.PAYMENT);
        dueIn(delivered, LATER, Limits.STUCK_AFTER);
        Instant late = LATER.plus(Limits.STUCK_AFTER);
        assertThat(Overdue.decide(delivered.state(), late)).isEqualTo(new Overdue.Requeue(Set.of(Work.PAYMENT)));
        Order captured = at(delivered, LATER, new OrderEvent.CaptureStarted(), new OrderEvent.Captured());
        assertThat(captured.state().due()).isEmpty();
        assertThat(Overdue.decide(captured.state(), late)).isEqualTo(new Overdue.Nothing());
    }

    @Test
    void a_cancellation_waits_for_stock_and_payment_until_both_are_given_back() {
        Order cancelling = at(confirmed(), LATER, new OrderEvent.CancellationRequested(WISH));
        assertThat(cancelling.state().stage()).isEqualTo(new Stage.Cancelling(WISH));
        assertThat(cancelling.state().shipments().values()).containsOnly(new Shipment.Cancelled());
        assertThat(Work.pending(cancelling.state())).containsExactlyInAnyOrder(Work.STOCK, Work.PAYMENT);
        Order released = at(cancelling, LATER, new OrderEvent.ChunkReleased(0));
        assertThat(Work.pending(released.state())).containsExactly(Work.PAYMENT);
        Order voiding = at(released, LATER, new OrderEvent.VoidStarted());
        assertThat(Work.pending(voiding.state())).containsExactly(Work.PAYMENT);
        Order cancelled = at(voiding, LATER, new OrderEvent.Voided());
        assertThat(cancelled.state().stage()).isEqualTo(new Stage.Cancelled(WISH));
        assertThat(cancelled.state().due()).isEmpty();
        assertThat(Work.pending(cancelled.state())).isEmpty();
    }

    @Test
    void a_wrong_amount_is_voided_when_the_order_is_cancelled() {
        Order review = at(reserved(), LATER, new OrderEvent.AuthorisationStarted(), new OrderEvent.Authorised(299));
        Order cancelling =
                at(review, LATER, new OrderEvent.CancellationRequested(WISH), new OrderEvent.ChunkReleased(0));
        assertThat(cancelling.state().stage()).isEqualTo(new Stage.Cancelling(WISH));
        assertThat(Work.pending(cancelling.state())).containsExactly(Work.PAYMENT);
    }

    @Test
    void a_cancelled_order_that_was_never_charged_never_will_be() {
        Order cancelled =
                at(reserved(), LATER, new OrderEvent.CancellationRequested(WISH), new OrderEvent.ChunkReleased(0));
        assertThat(cancelled.state().stage()).isEqualTo(new Stage.Cancelled(WISH));
        assertThat(cancelled.state().payment()).isEqualTo(new Payment.Voided(0));
        assertThat(cancelled.allHeld()).isEmpty();
    }

    // ---- what falls due

    @Test
    void nothing_happens_before_the_due_time() {
        OrderState placed = small(PaymentMethod.SANDBOX).state();
        Instant due = placed.due().orElseThrow();
        assertThat(Overdue.decide(placed, due.minusNanos(1))).isEqualTo(new Overdue.Nothing());
        assertThat(Overdue.decide(placed, due)).isEqualTo(new Overdue.Requeue(Set.of(Work.STOCK)));
    }

    @Test
    void a_backorder_past_its_time_is_cancelled() {
        OrderState waits =
                at(order(BACKORDER, PaymentMethod.INVOICE, 10), START, held()).state();
        assertThat(Overdue.decide(waits, START.plus(Limits.BACKORDER_MAX)))
                .isEqualTo(new Overdue.Cancel(Cancellation.BACKORDER_EXPIRED));
    }

    @Test
    void a_review_past_its_time_is_cancelled() {
        OrderState review = at(reserved(), LATER, new OrderEvent.AuthorisationStarted(), new OrderEvent.Authorised(299))
                .state();
        assertThat(Overdue.decide(review, LATER.plus(Limits.REVIEW_MAX)))
                .isEqualTo(new Overdue.Cancel(Cancellation.REVIEW_EXPIRED));
    }

    @Test
    void the_warehouse_and_the_carrier_are_reminded() {
        Instant week = LATER.plus(Limits.OVERDUE_AFTER);
        assertThat(Overdue.decide(confirmed().state(), week)).isEqualTo(new Overdue.Remind());
        Order captured = at(shipped(), LATER, new OrderEvent.CaptureStarted(), new OrderEvent.Captured());
        assertThat(Overdue.decide(captured.state(), week)).isEqualTo(new Overdue.Remind());
    }

    @Test
    void work_that_is_stuck_goes_back_on_its_queue() {
        Instant late = LATER.plus(Duration.ofDays(1));
        Order cancelling = at(confirmed(), LATER, new OrderEvent.CancellationRequested(WISH));
        assertThat(Overdue.decide(cancelling.state(), late))
                .isEqualTo(new Overdue.Requeue(Set.of(Work.STOCK, Work.PAYMENT)));
        Order dispatching = at(confirmed(), LATER, new OrderEvent.DispatchStarted(BERLIN, BY_DHL));
        assertThat(Overdue.decide(dispatching.state(), late)).isEqualTo(new Overdue.Requeue(Set.of(Work.STOCK)));
        assertThat(Overdue.decide(shipped().state(), late)).isEqualTo(new Overdue.Requeue(Set.of(Work.PAYMENT)));
        Order rejecting = at(
                at(wide(), START, held(mugs(BERLIN, 2))),
                START,
                new OrderEvent.FellShort(List.of(new Shortfall(TEA, 1, 0))));
        assertThat(Overdue.decide(rejecting.state(), late)).isEqualTo(new Overdue.Requeue(Set.of(Work.STOCK)));
    }

    @Test
    void an_order_that_the_provider_is_just_being_asked_about_is_not_cancelled_for_its_absence() {
        OrderState asked =
                at(reserved(), START, new OrderEvent.AuthorisationStarted()).state();
        assertThat(Overdue.decide(asked, START.plus(Duration.ofDays(1))))
                .isEqualTo(new Overdue.Requeue(Set.of(Work.PAYMENT)));
    }

    // ---- what events do

    @Test
    void each_outage_of_the_provider_is_counted() {
        Order once = at(reserved(), START, new OrderEvent.AuthorisationStarted(), new OrderEvent.ProviderAway());
        assertThat(once.state().payment()).isEqualTo(new Payment.Pending(1));
        Order again = at(once, START, new OrderEvent.AuthorisationStarted());
        assertThat(again.state().payment()).isEqualTo(new Payment.Authorising(1));
        assertThat(at(again, START, new OrderEvent.ProviderAway()).state().payment())
                .isEqualTo(new Payment.Pending(2));
    }

    @Test
    void an_approved_review_goes_on_with_what_was_authorised() {
        Order review = at(reserved(), START, new OrderEvent.AuthorisationStarted(), new OrderEvent.Authorised(299));
        Order approved = at(review, LATER, new OrderEvent.Reviewed(APPROVED));
        assertThat(approved.state().stage()).isEqualTo(new Stage.Confirmed());
        assertThat(approved.state().payment()).isEqualTo(new Payment.Authorised(299));
        assertThat(approved.state().review()).contains(APPROVED);
        assertThat(approved.state().since(OrderStatus.RESERVED)).contains(LATER);
        assertThat(approved.state().since(OrderStatus.REVIEW)).contains(START);
        assertThat(approved.state().since(OrderStatus.DELIVERED)).isEmpty();
    }

    @Test
    void what_was_shipped_is_not_released() {
        Order shipped = left(confirmed(), BERLIN);
        assertThatThrownBy(() -> at(shipped, LATER, new OrderEvent.ChunkReleased(0)))
                .isInstanceOf(Invariant.Broken.class);
    }

    @Test
    void only_what_has_left_arrives_and_only_what_is_dispatched_leaves() {
        assertThatThrownBy(() -> at(confirmed(), LATER, new OrderEvent.ShipmentDelivered(BERLIN, LATER)))
                .isInstanceOf(Invariant.Broken.class);
        assertThatThrownBy(() -> at(confirmed(), LATER, new OrderEvent.ChunkShipped(BERLIN, 0)))
                .isInstanceOf(Invariant.Broken.class);
    }

    @Test
    void goods_of_one_location_leave_without_those_of_the_other() {
        Order half = left(confirmed(), BERLIN);
        assertThat(half.allHeld()).extracting(Held::shipped).containsExactly(true, false);
        assertThat(half.state().fulfilmentStatus()).isEqualTo(FulfilmentStatus.PARTIALLY_SHIPPED);
        assertThat(half.nextToShip(BERLIN, 0)).isEqualTo(1);
        assertThat(half.nextToShip(LONDON, 0)).isZero();
    }

    @Test
    void the_parcels_say_how_far_the_fulfilment_is() {
        assertThat(reserved().state().fulfilmentStatus()).isEqualTo(FulfilmentStatus.NONE);
        assertThat(confirmed().state().fulfilmentStatus()).isEqualTo(FulfilmentStatus.READY);
        Order dispatching = at(confirmed(), LATER, new OrderEvent.DispatchStarted(BERLIN, BY_DHL));
        assertThat(dispatching.state().fulfilmentStatus()).isEqualTo(FulfilmentStatus.READY);
        assertThat(shipped().state().fulfilmentStatus()).isEqualTo(FulfilmentStatus.SHIPPED);
        Order oneArrived = at(shipped(), LATER, new OrderEvent.ShipmentDelivered(BERLIN, LATER));
        assertThat(oneArrived.state().fulfilmentStatus()).isEqualTo(FulfilmentStatus.SHIPPED);
        Order arrived = at(oneArrived, LATER, new OrderEvent.ShipmentDelivered(LONDON, LATER));
        assertThat(arrived.state().fulfilmentStatus()).isEqualTo(FulfilmentStatus.DELIVERED);
        Order cancelling = at(confirmed(), LATER, new OrderEvent.CancellationRequested(WISH));
        assertThat(cancelling.state().fulfilmentStatus()).isEqualTo(FulfilmentStatus.NONE);
    }

    @Test
    void what_the_channel_sees_of_each_parcel_and_payment() {
        assertThat(new Shipment.Ready().status()).isEqualTo(ShipmentStatus.READY);
        assertThat(new Shipment.Dispatching(BY_DHL, 0).status()).isEqualTo(ShipmentStatus.DISPATCHING);
        assertThat(new Shipment.Cancelled().status()).isEqualTo(ShipmentStatus.CANCELLED);
        assertThat(new Stage.Rejecting(List.of()).status()).isEqualTo(OrderStatus.PLACED);
        assertThat(List.of(
                        new Payment.NotRequired(),
                        new Payment.Pending(0),
                        new Payment.Authorising(0),
                        new Payment.Authorised(1),
                        new Payment.Declined(),
                        new Payment.WrongAmount(1),
                        new Payment.Capturing(1),
                        new Payment.Captured(1),
                        new Payment.CaptureDeclined(1),
                        new Payment.Voiding(1),
                        new Payment.Voided(1),
                        new Payment.VoidDeclined(1)))
                .extracting(Payment::status)
                .containsExactly(
                        PaymentStatus.NOT_REQUIRED,
                        PaymentStatus.PENDING,
                        PaymentStatus.AUTHORISING,
                        PaymentStatus.AUTHORISED,
                        PaymentStatus.DECLINED,
                        PaymentStatus.REVIEW,
                        PaymentStatus.CAPTURING,
                        PaymentStatus.CAPTURED,
                        PaymentStatus.REVIEW,
                        PaymentStatus.VOIDING,
                        PaymentStatus.VOIDED,
                        PaymentStatus.REVIEW);
    }

    @Test
    void money_is_authorised_until_it_is_voided_and_captured_once_it_is_ours() {
        assertThat(new Payment.Authorising(0).authorisedMinor()).isZero();
        assertThat(List.of(
                        new Payment.Authorised(7),
                        new Payment.WrongAmount(7),
                        new Payment.Capturing(7),
                        new Payment.Captured(7),
                        new Payment.CaptureDeclined(7),
                        new Payment.Voiding(7),
                        new Payment.VoidDeclined(7)))
                .allMatch(payment -> payment.authorisedMinor() == 7);
        assertThat(new Payment.Voided(7).authorisedMinor()).isZero();
        assertThat(new Payment.Captured(7).capturedMinor()).isEqualTo(7);
        assertThat(new Payment.Capturing(7).capturedMinor()).isZero();
    }

    // ---- chunks

    @Test
    void a_wide_order_is_reserved_when_every_chunk_is_held_for_good() {
        Order first = at(wide(), START, held(mugs(BERLIN, 2)));
        assertThat(first.state().stage()).isEqualTo(new Stage.Placed());
        Order both = at(first, START, held(tea(BERLIN)));
        assertThat(both.state().progress()).isEqualTo(new Progress(2, true, 2, 0, 0));
        assertThat(both.state().stage()).isEqualTo(new Stage.Placed());
        Order settledOnce = at(both, START, new OrderEvent.ChunkSettled());
        assertThat(settledOnce.state().progress().isTentative(0)).isFalse();
        assertThat(settledOnce.state().progress().isTentative(1)).isTrue();
        assertThat(settledOnce.state().stage()).isEqualTo(new Stage.Placed());
        Order settled = at(settledOnce, START, new OrderEvent.ChunkSettled());
        assertThat(settled.state().stage()).isEqualTo(new Stage.Confirmed());
    }

    @Test
    void a_wide_order_that_falls_short_ends_when_it_has_given_everything_back() {
        List<Shortfall> shortfalls = List.of(new Shortfall(TEA, 1, 0));
        Order rejecting = at(at(wide(), START, held(mugs(BERLIN, 2))), START, new OrderEvent.FellShort(shortfalls));
        assertThat(rejecting.state().stage()).isEqualTo(new Stage.Rejecting(shortfalls));
        assertThat(rejecting.nextToRelease(0)).isZero();
        Order rejected = at(rejecting, START, new OrderEvent.ChunkReleased(0));
        assertThat(rejected.state().stage()).isEqualTo(new Stage.Rejected(shortfalls));
        assertThat(rejected.nextToRelease(0)).isEqualTo(1);
        assertThat(rejected.allHeld()).isEmpty();
    }

    @Test
    void goods_of_a_wide_order_leave_chunk_by_chunk() {
        Order confirmed = at(
                wide(),
                START,
                held(mugs(BERLIN, 2)),
                held(tea(BERLIN)),
                new OrderEvent.ChunkSettled(),
                new OrderEvent.ChunkSettled());
        Order dispatching = at(confirmed, LATER, new OrderEvent.DispatchStarted(BERLIN, BY_DHL));
        assertThat(dispatching.nextToShip(BERLIN, 0)).isZero();
        assertThat(dispatching.nextToShip(LONDON, 0)).isEqualTo(2);
        Order half = at(dispatching, LATER, new OrderEvent.ChunkShipped(BERLIN, 0));
        assertThat(half.state().shipments()).containsEntry(BERLIN, new Shipment.Dispatching(BY_DHL, 1));
        assertThat(half.nextToShip(BERLIN, 1)).isEqualTo(1);
        Order gone = at(half, LATER, new OrderEvent.ChunkShipped(BERLIN, 1));
        assertThat(gone.state().shipments()).containsEntry(BERLIN, new Shipment.Dispatched(BY_DHL, LATER));
        assertThat(gone.state().status()).isEqualTo(OrderStatus.SHIPPED);
    }

    @Test
    void a_chunk_stands_in_line_from_its_decision_until_it_is_served_or_released() {
        Order placed = order(BACKORDER, PaymentMethod.INVOICE, 1);
        assertThat(placed.waitingIn(0)).isEmpty();
        Order first = at(placed, START, held(mugs(BERLIN, 1)));
        assertThat(first.waitingIn(0)).containsExactly(new WaitingDemand(placed.placeFor(MUG), 1));
        assertThat(first.waitingIn(1)).isEmpty();
        assertThat(first.state().stage()).isEqualTo(new Stage.Placed());
        Order waits = at(first, START, held(tea(BERLIN)));
        assertThat(waits.state().stage()).isEqualTo(new Stage.Backordered());
        Order leaving = at(waits, START, new OrderEvent.CancellationRequested(WISH), new OrderEvent.ChunkReleased(0));
        assertThat(leaving.waitingIn(0)).isEmpty();
        assertThat(leaving.state().stage()).isEqualTo(new Stage.Cancelling(WISH));
        Order served = at(waits, START, new OrderEvent.Filled(List.of(mugs(LONDON, 1))));
        assertThat(served.waitingIn(0)).isEmpty();
        assertThat(served.state().stage()).isEqualTo(new Stage.Confirmed());
        assertThat(served.state().shipments()).containsOnlyKeys(BERLIN, LONDON);
    }

    @Test
    void a_demand_read_from_the_line_is_the_orders_only_while_it_waits_for_just_that() {
        Order waits = at(order(BACKORDER, PaymentMethod.INVOICE, 10), START, held());
        WaitingDemand two = new WaitingDemand(waits.placeFor(MUG), 2);
        assertThat(waits.standsInLineFor(two)).isTrue();
        Order served = at(waits, START, new OrderEvent.Filled(List.of(mugs(BERLIN, 1))));
        assertThat(served.standsInLineFor(two)).isFalse();
        assertThat(served.standsInLineFor(new WaitingDemand(waits.placeFor(MUG), 1)))
                .isTrue();
    }

    @Test
    void a_chunk_that_only_waits_must_be_released_too() {
        Order waits = at(order(BACKORDER, PaymentMethod.INVOICE, 1), START, held(), held(tea(BERLIN)));
        assertThat(waits.nextToRelease(0)).isZero();
        assertThat(waits.nextToRelease(1)).isEqualTo(1);
        assertThat(waits.nextToRelease(2)).isEqualTo(2);
    }

    @Test
    void never_more_is_held_than_was_ordered() {
        Order waits = at(order(BACKORDER, PaymentMethod.INVOICE, 10), START, held(mugs(BERLIN, 2)));
        assertThatThrownBy(() -> at(waits, START, new OrderEvent.Filled(List.of(mugs(LONDON, 1)))))
                .isInstanceOf(Invariant.Broken.class);
        assertThatThrownBy(() -> at(waits, START, held(new Allocation(new Sku("CUP"), BERLIN, 1))))
                .isInstanceOf(Invariant.Broken.class);
    }

    @Test
    void chunks_are_held_settled_and_released_in_turn() {
        assertThatThrownBy(() -> new Progress(2, true, 1, 2, 0)).isInstanceOf(Invariant.Broken.class);
        assertThatThrownBy(() -> new Progress(2, true, 3, 0, 0)).isInstanceOf(Invariant.Broken.class);
        assertThatThrownBy(() -> new Progress(2, true, 1, 0, 2)).isInstanceOf(Invariant.Broken.class);
        assertThatThrownBy(() -> new Progress(2, true, 1, -1, 0)).isInstanceOf(Invariant.Broken.class);
        assertThatThrownBy(() -> new Progress(2, true, 1, 0, -1)).isInstanceOf(Invariant.Broken.class);
    }

    // ---- commits and content

    @Test
    void a_commit_changes_one_order_by_one_version() {
        Order placed = small(PaymentMethod.SANDBOX);
        Order next = at(placed, START);
        assertThat(new OrderChange(placed, next).after()).isEqualTo(next);
        assertThatThrownBy(() -> new OrderChange(placed, placed)).isInstanceOf(Invariant.Broken.class);
        assertThatThrownBy(() -> new OrderChange(placed, at(next, START))).isInstanceOf(Invariant.Broken.class);
        World world = new World();
        Order other = world.order(world.place(ALL_OR_NOTHING, "MUG", "1"));
        assertThatThrownBy(() -> new OrderChange(placed, at(other, START))).isInstanceOf(Invariant.Broken.class);
    }

    private static OrderContent content(AllocationPolicy policy, int skus) {
        List<OrderLine> lines = new ArrayList<>();
        for (int i = 1; i <= skus; i++) {
            lines.add(new OrderLine(i, new Sku("S" + i), new Quantity(3), 100));
        }
        return OrderContent.accepted(
                World.SHOP,
                new OrderNumber("1"),
                START,
                "GBP",
                lines,
                policy,
                new PaymentTerms(PaymentMethod.INVOICE, ""),
                Fingerprint.of("1"));
    }

    @Test
    void an_order_is_wide_when_its_skus_do_not_fit_one_commit() {
        assertThat(content(ALL_OR_NOTHING, Limits.SINGLE_COMMIT_SKUS_MAX).chunks())
                .isEqualTo(1);
        assertThat(content(ALL_OR_NOTHING, Limits.SINGLE_COMMIT_SKUS_MAX + 1).chunks())
                .isEqualTo(2);
        assertThat(content(BACKORDER, Limits.SINGLE_COMMIT_BACKORDER_SKUS_MAX).chunks())
                .isEqualTo(1);
        assertThat(content(BACKORDER, Limits.SINGLE_COMMIT_BACKORDER_SKUS_MAX + 1)
                        .chunks())
                .isEqualTo(2);
        assertThat(content(ALL_OR_NOTHING, 2 * Limits.CHUNK_SKUS).chunks()).isEqualTo(2);
        assertThat(content(ALL_OR_NOTHING, 2 * Limits.CHUNK_SKUS + 1).chunks()).isEqualTo(3);
    }

    @Test
    void an_order_has_lines_and_not_too_many() {
        assertThat(content(ALL_OR_NOTHING, Limits.ORDER_LINES_MAX).totalMinor())
                .isEqualTo(300L * Limits.ORDER_LINES_MAX);
        assertThatThrownBy(() -> content(ALL_OR_NOTHING, Limits.ORDER_LINES_MAX + 1))
                .isInstanceOf(Invariant.Broken.class);
        assertThatThrownBy(() -> content(ALL_OR_NOTHING, 0)).isInstanceOf(Invariant.Broken.class);
        assertThatThrownBy(() -> order(ALL_OR_NOTHING, PaymentMethod.INVOICE, 0))
                .isInstanceOf(Invariant.Broken.class);
    }

    @Test
    void what_is_held_belongs_to_the_chunk_of_its_sku() {
        OrderContent content = wide().content();
        assertThat(content.chunkOf(MUG)).isZero();
        assertThat(content.chunkOf(TEA)).isEqualTo(1);
        assertThat(content.chunk(1)).containsExactly(new Demand(TEA, 1));
        assertThatThrownBy(() -> content.chunkOf(new Sku("CUP"))).isInstanceOf(Invariant.Broken.class);
    }

    @Test
    void a_token_is_known_by_its_text() {
        assertThat(SandboxToken.find("tok_declined")).contains(SandboxToken.TOK_DECLINED);
        assertThat(SandboxToken.find("TOK_DECLINED")).isEmpty();
        assertThat(SandboxToken.TOK_APPROVED.text()).isEqualTo("tok_approved");
        assertThat(SandboxToken.names())
                .contains("tok_approved", "tok_unavailable")
                .hasSize(6);
    }
}
