package dev.holdfast.aws.ordering;

import dev.holdfast.aws.item.Item;
import dev.holdfast.inventory.AllocationPolicy;
import dev.holdfast.inventory.Shortfall;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.Invariant;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.ordering.Cancellation;
import dev.holdfast.ordering.OrderState;
import dev.holdfast.ordering.OrderStatus;
import dev.holdfast.ordering.Payment;
import dev.holdfast.ordering.Progress;
import dev.holdfast.ordering.ReviewDecision;
import dev.holdfast.ordering.Shipment;
import dev.holdfast.ordering.Stage;
import dev.holdfast.ordering.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The changing part of an order as attributes of its header; names of states are ours, never those of classes. */
final class StateAttributes {
    static final String VERSION = "version";

    private static final String STAGE = "stage";
    private static final String CANCEL_REFERENCE = "cancelReference";
    private static final String CANCEL_REASON = "cancelReason";
    private static final String PAYMENT = "payment";
    private static final String PAYMENT_MINOR = "paymentMinor";
    private static final String PAYMENT_ATTEMPTS = "paymentAttempts";
    private static final String CHUNKS = "chunks";
    private static final String CHUNKS_HELD = "chunksHeld";
    private static final String CHUNKS_SETTLED = "chunksSettled";
    private static final String CHUNKS_RELEASED = "chunksReleased";
    private static final String SHIPMENTS = "shipments";
    private static final String HISTORY = "history";
    private static final String REVIEW = "review";
    private static final String REVIEW_REASON = "reviewReason";
    private static final String POLICY = "policy";

    private StateAttributes() {}

    static Map<String, AttributeValue> of(OrderState state) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put(VERSION, n(state.version()));
        stage(state.stage(), item);
        payment(state.payment(), item);
        item.put(CHUNKS, n(state.progress().chunks()));
        putUnlessZero(item, CHUNKS_HELD, state.progress().held());
        putUnlessZero(item, CHUNKS_SETTLED, state.progress().settled());
        putUnlessZero(item, CHUNKS_RELEASED, state.progress().released());
        if (!state.shipments().isEmpty()) {
            item.put(SHIPMENTS, AttributeValue.fromM(shipments(state)));
        }
        item.put(HISTORY, AttributeValue.fromL(history(state.history())));
        state.review().ifPresent(review -> {
            item.put(REVIEW, AttributeValue.fromS(review.verdict().name()));
            item.put(REVIEW_REASON, AttributeValue.fromS(review.reason()));
        });
        return item;
    }

    /** The state; shortfalls are kept elsewhere, so they are given. */
    static OrderState state(Item item, List<Shortfall> shortfalls) {
        boolean allOrNothing = AllocationPolicy.valueOf(item.string(POLICY)) == AllocationPolicy.ALL_OR_NOTHING;
        int chunks = (int) item.number(CHUNKS);
        return new OrderState(
                item.number(VERSION),
                stage(item, shortfalls),
                payment(item),
                new Progress(
                        chunks,
                        allOrNothing && chunks > 1,
                        (int) item.numberOrZero(CHUNKS_HELD),
                        (int) item.numberOrZero(CHUNKS_SETTLED),
                        (int) item.numberOrZero(CHUNKS_RELEASED)),
                shipments(item),
                history(item),
                item.findString(REVIEW)
                        .map(verdict -> new ReviewDecision(
                                ReviewDecision.Verdict.valueOf(verdict), item.string(REVIEW_REASON))),
                item.findNumber(OrderKeys.DUE_AT).map(Instant::ofEpochSecond));
    }

    private static void stage(Stage stage, Map<String, AttributeValue> item) {
        String name = switch (stage) {
            case Stage.Placed _ -> "PLACED";
            case Stage.Rejecting _ -> "REJECTING";
            case Stage.Rejected _ -> "REJECTED";
            case Stage.Backordered _ -> "BACKORDERED";
            case Stage.Reserved _ -> "RESERVED";
            case Stage.Review _ -> "REVIEW";
            case Stage.Confirmed _ -> "CONFIRMED";
            case Stage.Shipped _ -> "SHIPPED";
            case Stage.Delivered _ -> "DELIVERED";
            case Stage.Cancelling at -> {
                cancellation(at.cancellation(), item);
                yield "CANCELLING";
            }
            case Stage.Cancelled at -> {
                cancellation(at.cancellation(), item);
                yield "CANCELLED";
            }
        };
        item.put(STAGE, AttributeValue.fromS(name));
    }

    private static void cancellation(Cancellation cancellation, Map<String, AttributeValue> item) {
        cancellation.reference().ifPresent(reference -> item.put(CANCEL_REFERENCE, AttributeValue.fromS(reference)));
        item.put(CANCEL_REASON, AttributeValue.fromS(cancellation.reason()));
    }

    private static Stage stage(Item item, List<Shortfall> shortfalls) {
        return switch (item.string(STAGE)) {
            case "PLACED" -> new Stage.Placed();
            case "REJECTING" -> new Stage.Rejecting(shortfalls);
            case "REJECTED" -> new Stage.Rejected(shortfalls);
            case "BACKORDERED" -> new Stage.Backordered();
            case "RESERVED" -> new Stage.Reserved();
            case "REVIEW" -> new Stage.Review();
            case "CONFIRMED" -> new Stage.Confirmed();
            case "SHIPPED" -> new Stage.Shipped();
            case "DELIVERED" -> new Stage.Delivered();
            case "CANCELLING" -> new Stage.Cancelling(cancellation(item));
            case "CANCELLED" -> new Stage.Cancelled(cancellation(item));
            default -> throw new Invariant.Broken("a stage that we know");
        };
    }

    private static Cancellation cancellation(Item item) {
        return new Cancellation(item.findString(CANCEL_REFERENCE), item.string(CANCEL_REASON));
    }

    private static void payment(Payment payment, Map<String, AttributeValue> item) {
        String name = switch (payment) {
            case Payment.NotRequired _ -> "NOT_REQUIRED";
            case Payment.Pending at -> {
                putUnlessZero(item, PAYMENT_ATTEMPTS, at.attempts());
                yield "PENDING";
            }
            case Payment.Authorising at -> {
                putUnlessZero(item, PAYMENT_ATTEMPTS, at.attempts());
                yield "AUTHORISING";
            }
            case Payment.Authorised at -> with(item, at.minor(), "AUTHORISED");
            case Payment.Declined _ -> "DECLINED";
            case Payment.WrongAmount at -> with(item, at.minor(), "WRONG_AMOUNT");
            case Payment.Capturing at -> with(item, at.minor(), "CAPTURING");
            case Payment.Captured at -> with(item, at.minor(), "CAPTURED");
            case Payment.CaptureDeclined at -> with(item, at.minor(), "CAPTURE_DECLINED");
            case Payment.Voiding at -> with(item, at.minor(), "VOIDING");
            case Payment.Voided at -> with(item, at.minor(), "VOIDED");
            case Payment.VoidDeclined at -> with(item, at.minor(), "VOID_DECLINED");
        };
        item.put(PAYMENT, AttributeValue.fromS(name));
    }

    private static String with(Map<String, AttributeValue> item, long minor, String name) {
        putUnlessZero(item, PAYMENT_MINOR, minor);
        return name;
    }

    private static Payment payment(Item item) {
        long minor = item.numberOrZero(PAYMENT_MINOR);
        int attempts = (int) item.numberOrZero(PAYMENT_ATTEMPTS);
        return switch (item.string(PAYMENT)) {
            case "NOT_REQUIRED" -> new Payment.NotRequired();
            case "PENDING" -> new Payment.Pending(attempts);
            case "AUTHORISING" -> new Payment.Authorising(attempts);
            case "AUTHORISED" -> new Payment.Authorised(minor);
            case "DECLINED" -> new Payment.Declined();
            case "WRONG_AMOUNT" -> new Payment.WrongAmount(minor);
            case "CAPTURING" -> new Payment.Capturing(minor);
            case "CAPTURED" -> new Payment.Captured(minor);
            case "CAPTURE_DECLINED" -> new Payment.CaptureDeclined(minor);
            case "VOIDING" -> new Payment.Voiding(minor);
            case "VOIDED" -> new Payment.Voided(minor);
            case "VOID_DECLINED" -> new Payment.VoidDeclined(minor);
            default -> throw new Invariant.Broken("a payment state that we know");
        };
    }

    private static Map<String, AttributeValue> shipments(OrderState state) {
        Map<String, AttributeValue> all = new HashMap<>();
        state.shipments()
                .forEach((location, shipment) -> all.put(location.value(), AttributeValue.fromL(shipment(shipment))));
        return all;
    }

    private static List<AttributeValue> shipment(Shipment shipment) {
        return switch (shipment) {
            case Shipment.Ready _ -> List.of(s("READY"));
            case Shipment.Dispatching at -> dispatched("DISPATCHING", at.dispatch(), n(at.nextChunk()));
            case Shipment.Dispatched at ->
                dispatched("DISPATCHED", at.dispatch(), n(at.at().toEpochMilli()));
            case Shipment.Delivered at ->
                dispatched(
                        "DELIVERED",
                        at.dispatch(),
                        n(at.at().toEpochMilli()),
                        n(at.deliveredAt().toEpochMilli()));
            case Shipment.Cancelled _ -> List.of(s("CANCELLED"));
        };
    }

    private static List<AttributeValue> dispatched(String status, Shipment.Dispatch dispatch, AttributeValue... more) {
        List<AttributeValue> parts =
                new ArrayList<>(List.of(s(status), s(dispatch.carrier()), s(dispatch.trackingNumber())));
        parts.addAll(List.of(more));
        return parts;
    }

    private static SortedMap<LocationId, Shipment> shipments(Item item) {
        TreeMap<LocationId, Shipment> all = new TreeMap<>();
        item.find(SHIPMENTS)
                .ifPresent(map ->
                        map.m().forEach((location, parts) -> all.put(new LocationId(location), shipment(parts.l()))));
        return all;
    }

    private static Shipment shipment(List<AttributeValue> parts) {
        return switch (parts.getFirst().s()) {
            case "READY" -> new Shipment.Ready();
            case "DISPATCHING" -> new Shipment.Dispatching(dispatch(parts), (int) number(parts.get(3)));
            case "DISPATCHED" -> new Shipment.Dispatched(dispatch(parts), Instant.ofEpochMilli(number(parts.get(3))));
            case "DELIVERED" ->
                new Shipment.Delivered(
                        dispatch(parts),
                        Instant.ofEpochMilli(number(parts.get(3))),
                        Instant.ofEpochMilli(number(parts.get(4))));
            case "CANCELLED" -> new Shipment.Cancelled();
            default -> throw new Invariant.Broken("a shipment's state that we know");
        };
    }

    private static Shipment.Dispatch dispatch(List<AttributeValue> parts) {
        return new Shipment.Dispatch(parts.get(1).s(), parts.get(2).s());
    }

    private static List<AttributeValue> history(List<Transition> history) {
        return history.stream()
                .map(step -> {
                    List<AttributeValue> parts = new ArrayList<>(List.of(
                            s(step.status().name()),
                            n(step.at().toEpochMilli()),
                            s(step.by().value())));
                    step.reason().ifPresent(reason -> parts.add(s(reason)));
                    return AttributeValue.fromL(parts);
                })
                .toList();
    }

    private static List<Transition> history(Item item) {
        return item.get(HISTORY).l().stream()
                .map(AttributeValue::l)
                .map(parts -> new Transition(
                        OrderStatus.valueOf(parts.get(0).s()),
                        Instant.ofEpochMilli(number(parts.get(1))),
                        new Actor(parts.get(2).s()),
                        parts.size() > 3 ? Optional.of(parts.get(3).s()) : Optional.empty()))
                .toList();
    }

    private static void putUnlessZero(Map<String, AttributeValue> item, String name, long value) {
        if (value != 0) {
            item.put(name, n(value));
        }
    }

    private static AttributeValue s(String text) {
        return AttributeValue.fromS(text);
    }

    private static AttributeValue n(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    private static long number(AttributeValue value) {
        return Long.parseLong(value.n());
    }
}
