package dev.holdfast.local.replay;

import dev.holdfast.local.client.Api;
import dev.holdfast.local.client.ApiAnswer;
import dev.holdfast.local.client.Key;
import dev.holdfast.local.client.Queues;
import java.time.Duration;
import java.util.List;

/**
 * Waits until nothing that the system does by itself is left to do for the orders of both channels. Queues are looked at
 * first and orders only when no message moves, so that looking costs little of what is looked at.
 */
public final class Settling {
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final Api api;
    private final Queues queues;
    private final List<String> transients;

    /** @param transients the statuses in which no order is to be left */
    public Settling(Api api, Queues queues, List<String> transients) {
        this.api = api;
        this.queues = queues;
        this.transients = List.copyOf(transients);
    }

    /** Waits at most so long; answers what still moves in words, so nothing when all is settled. */
    public List<String> await(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        List<String> left = left();
        while (!left.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(LOOK_EVERY);
            left = left();
        }
        return left;
    }

    private List<String> left() throws InterruptedException {
        List<String> moving = queues.moving();
        if (!moving.isEmpty()) {
            return moving;
        }
        for (String status : transients) {
            for (Key channel : Key.channels()) {
                ApiAnswer answer = api.get(channel, "/v1/orders?limit=1&status=" + status);
                if (!answer.isSuccess()) {
                    throw new IllegalStateException("orders by status were answered " + answer.problem());
                }
                if (!answer.body().path("items").isEmpty()) {
                    return List.of("there are orders in " + status);
                }
            }
        }
        return List.of();
    }
}
