package dev.holdfast.simulation.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.json.JsonText;
import dev.holdfast.aws.lambda.ScheduledWork;
import dev.holdfast.channels.Tokens;
import dev.holdfast.kernel.Backoff;
import dev.holdfast.kernel.Deadline;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** An environment of a function: the handler that ships, built as the template says, with a clock of its own. */
@FunctionalInterface
public interface Function {
    ObjectNode answer(JsonNode event, Deadline deadline);

    /** What an environment needs besides the outside. */
    record Self(InstantSource clock, Backoff backoff, RandomGenerator random, Waiting waiting) {}

    /** How a function lets time pass. */
    @FunctionalInterface
    interface Waiting {
        void pass(long millis);
    }

    /** A fresh environment. */
    static Function start(FunctionName name, Outside outside, Self self) {
        return switch (name) {
            case ORDER_INTAKE ->
                dev.holdfast.orderintake.Wiring.api(
                        outside.dynamoDb(),
                        self.clock,
                        time -> self.waiting.pass(time.toMillis()),
                        Names.ORDERS,
                        Names.STOCK,
                        Names.CHANNELS)::answer;
            case ORDER_API ->
                dev.holdfast.orderapi.Wiring.api(
                        outside.dynamoDb(),
                        Tokens.none(),
                        self.clock,
                        self.backoff,
                        Names.ORDERS,
                        Names.STOCK,
                        Names.JOURNAL,
                        Names.CHANNELS)::answer;
            case STOCK_API ->
                dev.holdfast.stockapi.Wiring.api(
                        outside.dynamoDb(),
                        Tokens.none(),
                        self.clock,
                        self.backoff,
                        Names.STOCK,
                        Names.JOURNAL,
                        Names.HISTORY,
                        Names.CHANNELS)::answer;
            case REPLENISHMENT_API ->
                dev.holdfast.replenishmentapi.Wiring.api(
                        outside.dynamoDb(),
                        Tokens.none(),
                        self.clock,
                        self.backoff,
                        Names.REPLENISHMENT,
                        Names.STOCK,
                        Names.CHANNELS)::answer;
            case STOCK_RESERVATION ->
                dev.holdfast.stockreservation.Wiring.handler(
                        outside.dynamoDb(),
                        outside.sqs(),
                        self.clock,
                        self.backoff,
                        self.random,
                        Names.ORDERS,
                        Names.STOCK,
                        Names.JOURNAL,
                        Names.STOCK_RESERVATION,
                        Names.DEAD_LETTERS)::answer;
            case PAYMENT_PROCESSING ->
                dev.holdfast.paymentprocessing.Wiring.handler(
                        outside.dynamoDb(),
                        outside.sqs(),
                        outside.provider(),
                        self.clock,
                        self.backoff,
                        Names.ORDERS,
                        Names.DEAD_LETTERS)::answer;
            case SHIPPING_NOTIFICATIONS ->
                dev.holdfast.shippingnotifications.Wiring.handler(
                        outside.dynamoDb(),
                        outside.ses(),
                        outside.sqs(),
                        self.clock,
                        Names.ORDERS,
                        "orders@example.com",
                        Names.DEAD_LETTERS)::answer;
            case REPLENISHMENT_ALERTS ->
                dev.holdfast.replenishmentalerts.Wiring.handler(outside.dynamoDb(), self.clock, Names.REPLENISHMENT)
                        ::answer;
            case CHANGE_RELAY ->
                dev.holdfast.changerelay.Wiring.handler(
                        outside.sqs(),
                        Names.STOCK_RESERVATION,
                        Names.PAYMENT_PROCESSING,
                        Names.SHIPPING_NOTIFICATIONS,
                        Names.STOCK_CROSSINGS,
                        Names.DEAD_LETTERS)::answer;
            case EVENT_PUBLISHER ->
                dev.holdfast.eventpublisher.Wiring.handler(
                        outside.dynamoDb(),
                        outside.sns(),
                        outside.sqs(),
                        Names.ORDERS,
                        Names.ORDER_EVENTS,
                        Names.SHIPPING_EVENTS,
                        Names.REORDER_ALERTS,
                        Names.DEAD_LETTERS)::answer;
            case STOCK_HISTORY ->
                dev.holdfast.stockhistory.Wiring.handler(
                        outside.dynamoDb(), outside.sqs(), Names.JOURNAL, Names.HISTORY, Names.DEAD_LETTERS)::answer;
            case DUE_WORK ->
                scheduled(
                        dev.holdfast.duework.Wiring.work(
                                outside.dynamoDb(),
                                outside.sqs(),
                                Names.ORDERS,
                                Names.STOCK_RESERVATION,
                                Names.PAYMENT_PROCESSING),
                        self.clock);
        };
    }

    private static Function scheduled(ScheduledWork work, InstantSource clock) {
        return (event, deadline) -> {
            work.run(clock.instant(), deadline);
            return JsonText.object();
        };
    }
}
