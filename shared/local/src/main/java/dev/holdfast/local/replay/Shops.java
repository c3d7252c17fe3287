package dev.holdfast.local.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.local.client.Api;
import dev.holdfast.local.client.ApiAnswer;
import dev.holdfast.local.shop.ShopOrder;
import java.util.List;
import java.util.Map;

/**
 * The shops: several threads that place the orders in their time order, each the next one as soon as its last is
 * acknowledged. Every tenth asks for the stock decision with it, which keeps acceptance from running far ahead of
 * reservation.
 */
final class Shops {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WAIT_EVERY = 10;

    private final Api api;
    private final Ledger ledger;
    private final Tally tally;

    Shops(Api api, Ledger ledger, Tally tally) {
        this.api = api;
        this.ledger = ledger;
        this.tally = tally;
    }

    /** Places all orders; {@code reached} is told the index of each before it is placed. */
    void place(List<ShopOrder> orders, int threads, Stage stage, Crew.Work<ShopOrder> reached)
            throws InterruptedException {
        Crew.work(threads, orders, (order, index) -> {
            reached.on(order, index);
            place(order, index % WAIT_EVERY == 0);
            stage.step();
        });
    }

    private void place(ShopOrder order, boolean wait) throws InterruptedException {
        ApiAnswer answer = wait
                ? api.postAndWait(order.channel(), "/v1/orders", order.json())
                : api.post(order.channel(), "/v1/orders", order.json());
        if (!answer.isSuccess()) {
            tally.failed("order " + order.number() + " was answered " + answer.problem());
            return;
        }
        String id = answer.body().path("orderId").asText();
        ledger.acknowledged(
                new LedgerEntry(order.channel().channel(), order.number().value(), id, AcceptedContent.sha256(order)));
        if (answer.replayed()) {
            tally.replayed.increment();
        } else {
            tally.accepted.increment();
            if (!wait) {
                tally.acceptance.add(answer.took());
            }
        }
        if (order.withdrawn()) {
            withdraw(order, id);
        }
    }

    private void withdraw(ShopOrder order, String id) throws InterruptedException {
        ApiAnswer answer = api.post(
                order.channel(),
                "/v1/orders/" + id + "/cancellations",
                JSON.valueToTree(Map.of("reference", "withdrawn-" + order.number(), "reason", "Thought better of it")));
        // It may have ended or left before.
        if (answer.isSuccess()) {
            tally.withdrawn.increment();
        } else if (answer.status() != 409) {
            tally.failed("cancellation of order " + order.number() + " was answered " + answer.problem());
        }
    }
}
