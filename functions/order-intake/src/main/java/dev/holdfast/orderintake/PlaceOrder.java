package dev.holdfast.orderintake;

import static dev.holdfast.aws.json.Decoders.asString;

import dev.holdfast.aws.http.Action;
import dev.holdfast.aws.http.Answer;
import dev.holdfast.aws.http.Operation;
import dev.holdfast.aws.http.Problem;
import dev.holdfast.aws.http.Refusal;
import dev.holdfast.aws.http.Reply;
import dev.holdfast.aws.http.Request;
import dev.holdfast.aws.metrics.Metric;
import dev.holdfast.aws.metrics.Metrics;
import dev.holdfast.aws.ordering.OrderJson;
import dev.holdfast.kernel.ChannelId;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.OrderContent;
import dev.holdfast.ordering.OrderLine;
import dev.holdfast.ordering.OrderStatus;
import dev.holdfast.ordering.application.AcceptOrder;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code POST /v1/orders}: decode, accept, and wait for the stock decision where that is preferred. */
final class PlaceOrder implements Action {
    static final Operation OPERATION = Operation.of("Accepts an order.")
            .header(
                    "Prefer",
                    asString(text -> text),
                    "'wait=N' waits up to N seconds, at most 10, for the stock decision.")
            .reads(OrderRequest::read)
            .answers("Order", 200, 201, 202)
            .refuses(409, "key-reused")
            .refuses(422, "unknown-sku", "invalid-order");

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final AcceptOrder acceptOrder;
    private final StockDecision stockDecision;
    private final Metrics metrics;

    PlaceOrder(AcceptOrder acceptOrder, StockDecision stockDecision, Metrics metrics) {
        this.acceptOrder = acceptOrder;
        this.stockDecision = stockDecision;
        this.metrics = metrics;
    }

    @Override
    public Reply handle(Request request) {
        ChannelId channel = request.principal().channel().orElseThrow(() -> new Refusal(Problem.forbidden()));
        OrderRequest wanted = request.body(OrderRequest::read);
        List<OrderLine> lines = OrderRules.lines(wanted);
        OrderContent content = OrderContent.accepted(
                channel,
                wanted.number(),
                request.now(),
                wanted.lines().getFirst().unitPrice().currency(),
                lines,
                wanted.allocation(),
                wanted.payment(),
                CanonicalContent.fingerprint(wanted, lines));
        return switch (acceptOrder.run(
                content, wanted.personalData(), request.principal().name())) {
            case AcceptOrder.Answer.Accepted accepted -> accepted(request, accepted.order());
            case AcceptOrder.Answer.Replayed replayed -> replayed(request, replayed.order());
            case AcceptOrder.Answer.NumberTaken _ ->
                Problem.keyReused("The order number " + wanted.number() + " stands for an order with other content.");
            case AcceptOrder.Answer.UnknownSkus unknown -> OrderRules.unknownSkus(wanted, unknown.skus());
            case AcceptOrder.Answer.Busy _ -> Problem.busy(RETRY_AFTER);
        };
    }

    private Reply accepted(Request request, Order order) {
        metrics.count(
                Metric.ORDERS_ACCEPTED,
                Map.of("correlationId", order.content().id().value()));
        String location = location(order);
        return Preference.wait(request.header("Prefer"))
                .map(wait -> {
                    Order latest = stockDecision.await(order, wait, request.deadline());
                    Answer answer = latest.state().status() == OrderStatus.PLACED
                            ? Answer.accepted(location, OrderJson.order(latest))
                            : Answer.created(location, OrderJson.order(latest));
                    return applied(answer, wait);
                })
                .orElseGet(() -> Answer.accepted(location, OrderJson.order(order)));
    }

    /** Who lost the answer and asks again may prefer to wait as well. */
    private Reply replayed(Request request, Order order) {
        return Preference.wait(request.header("Prefer"))
                .map(wait -> applied(asItIs(stockDecision.await(order, wait, request.deadline())), wait))
                .orElseGet(() -> asItIs(order))
                .replayed();
    }

    /** 202 while wide work is still under way, else 200. */
    private static Answer asItIs(Order order) {
        boolean wideWork = order.content().chunks() > 1 && order.state().status() == OrderStatus.PLACED;
        return wideWork
                ? Answer.accepted(location(order), OrderJson.order(order))
                : Answer.ok(OrderJson.order(order)).with("Location", location(order));
    }

    private static Answer applied(Answer answer, Duration wait) {
        return answer.with("Preference-Applied", "wait=" + wait.toSeconds());
    }

    private static String location(Order order) {
        return "/v1/orders/" + order.content().id();
    }
}
