package dev.holdfast.orderapi;

import static dev.holdfast.aws.json.Decoders.asOneOf;
import static dev.holdfast.aws.json.Decoders.asString;
import static dev.holdfast.aws.json.Decoders.asText;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.http.Answer;
import dev.holdfast.aws.http.Operation;
import dev.holdfast.aws.http.Page;
import dev.holdfast.aws.http.Problem;
import dev.holdfast.aws.http.Refusal;
import dev.holdfast.aws.http.Reply;
import dev.holdfast.aws.http.Request;
import dev.holdfast.aws.json.Field;
import dev.holdfast.aws.json.Fields;
import dev.holdfast.aws.json.JsonText;
import dev.holdfast.aws.ordering.OrderJson;
import dev.holdfast.aws.ordering.OrderLists;
import dev.holdfast.channels.Principal;
import dev.holdfast.kernel.ChannelId;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.kernel.OrderNumber;
import dev.holdfast.kernel.Reference;
import dev.holdfast.ordering.Cancellation;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.OrderStatus;
import dev.holdfast.ordering.ReviewDecision;
import dev.holdfast.ordering.application.AskOrder;
import dev.holdfast.ordering.port.Orders;
import java.util.Optional;
import java.util.function.Function;

/** Orders over HTTP: read, list, cancel, review. A channel sees its own; staff see all. */
final class OrderRoutes {
    static final Operation GET = Operation.of("Shows an order.").answers("Order", 200);
    static final Operation LIST = Operation.of(
                    "Lists a channel's orders, newest first and without lines; with 'orderNumber', that one with lines.")
            .query("channel", asString(ChannelId.FORM, ChannelId::new), "Whose orders; staff must say.")
            .query("orderNumber", asString(OrderNumber.FORM, OrderNumber::new), "The one of this number.")
            .query("status", asOneOf(OrderStatus.class), "Those of this status.")
            .paged()
            .answers("OrderList", 200);
    static final Operation CANCEL = Operation.of("Cancels an order that has not left.")
            .keyed()
            .reads(fields -> cancellation(fields, Request.referenceOrKey(fields)))
            .answers("Order", 200, 202)
            .refuses(409, "order-state");
    static final Operation REVIEW = Operation.of("Decides on an order whose payment must be looked at.")
            .reads(OrderRoutes::review)
            .answers("Order", 200, 202)
            .refuses(409, "order-state", "key-reused");

    private static final String ORDER = "order";

    private final Orders orders;
    private final OrderLists lists;
    private final AskOrder ask;

    OrderRoutes(Orders orders, OrderLists lists, AskOrder ask) {
        this.orders = orders;
        this.lists = lists;
        this.ask = ask;
    }

    Reply get(Request request) {
        return visible(request)
                .<Reply>map(order -> Answer.ok(OrderJson.order(order)))
                .orElseGet(() -> Asked.notFound(ORDER));
    }

    Reply list(Request request) {
        ChannelId channel = channel(request);
        Optional<OrderNumber> number = request.query("orderNumber", OrderNumber::new);
        ObjectNode json = JsonText.object();
        ArrayNode items = json.putArray("items");
        if (number.isPresent()) {
            orders.load(OrderId.of(channel, number.get())).ifPresent(order -> items.add(OrderJson.order(order)));
            return Answer.ok(json);
        }
        Page page = request.page();
        OrderLists.Part part =
                lists.newestFirst(channel, request.queryOneOf("status", OrderStatus.class), page.limit(), place(page));
        part.orders().forEach(order -> items.add(OrderJson.summary(order)));
        Page.next(json, part.next().map(OrderLists.Place::text));
        return Answer.ok(json);
    }

    Reply cancel(Request request) {
        Cancellation wish = request.body(fields -> cancellation(fields, request.reference(fields)));
        Optional<Order> order = visible(request);
        return order.isEmpty()
                ? Asked.notFound(ORDER)
                : Asked.reply(
                        ask.cancel(
                                order.get().content().id(),
                                wish,
                                request.now(),
                                request.principal().name()),
                        ORDER,
                        OrderRoutes::show);
    }

    Reply review(Request request) {
        ReviewDecision wish = request.body(OrderRoutes::review);
        OrderId id = request.path("orderId", OrderId::new);
        return Asked.reply(
                ask.review(id, wish, request.now(), request.principal().name()), ORDER, OrderRoutes::show);
    }

    private static Cancellation cancellation(Fields fields, Field<Reference> reference) {
        Field<String> reason = fields.required("reason", asText());
        return new Cancellation(Optional.of(reference.get().value()), reason.get());
    }

    private static ReviewDecision review(Fields fields) {
        Field<ReviewDecision.Verdict> verdict = fields.required("decision", asOneOf(ReviewDecision.Verdict.class));
        Field<String> reason = fields.required("reason", asText());
        return new ReviewDecision(verdict.get(), reason.get());
    }

    /** 202 while something of it is still under way. */
    private static Answer show(Order order) {
        boolean underWay = order.state().status() == OrderStatus.CANCELLING;
        ObjectNode json = OrderJson.order(order);
        return underWay ? Answer.accepted("/v1/orders/" + order.content().id(), json) : Answer.ok(json);
    }

    /** The order that the path names, if the caller may see it: another channel's does not exist for it. */
    private Optional<Order> visible(Request request) {
        Principal caller = request.principal();
        return orders.load(request.path("orderId", OrderId::new))
                .filter(order -> isStaff(caller)
                        || caller.channel().equals(Optional.of(order.content().channel())));
    }

    private static boolean isStaff(Principal caller) {
        return caller.channel().isEmpty();
    }

    private static ChannelId channel(Request request) {
        Optional<ChannelId> named = request.query("channel", ChannelId::new);
        if (isStaff(request.principal())) {
            return named.orElseThrow(() -> Request.badParameter("channel", "is required: staff name the channel"));
        }
        return request.principal()
                .channel()
                .filter(own -> named.isEmpty() || named.get().equals(own))
                .orElseThrow(() -> new Refusal(Problem.forbidden("A channel lists its own orders only.")));
    }

    private static Optional<OrderLists.Place> place(Page page) {
        Function<String, Optional<OrderLists.Place>> reading = OrderLists.Place::read;
        return page.cursor().map(text -> reading.apply(text).orElseThrow(Page::badCursor));
    }
}
