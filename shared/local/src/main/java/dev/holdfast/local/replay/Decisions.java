package dev.holdfast.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.local.client.Api;
import dev.holdfast.local.client.ApiAnswer;
import dev.holdfast.local.client.Key;
import dev.holdfast.local.report.Timings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What became of orders, from the lists that the API gives each channel: how many are in which status, and how long
 * after its acceptance each was decided, by the times that the system itself recorded in its history.
 */
public final class Decisions {
    private static final Set<String> DECIDED = Set.of("RESERVED", "BACKORDERED", "REJECTED", "CONFIRMED", "REVIEW");
    private static final int PAGE = 200;

    private final Map<String, Integer> byStatus = new TreeMap<>();
    private final Timings decision = new Timings();
    private Optional<Instant> firstPlaced = Optional.empty();
    private Optional<Instant> lastDecided = Optional.empty();

    private Decisions() {}

    /** Of those orders of both channels whose ids are asked for. */
    public static Decisions of(Set<String> orderIds, Api api) throws InterruptedException {
        Decisions decisions = new Decisions();
        for (Key channel : Key.channels()) {
            String page = "/v1/orders?limit=" + PAGE;
            String next = page;
            while (!next.isEmpty()) {
                ApiAnswer answer = api.get(channel, next);
                if (!answer.isSuccess()) {
                    throw new IllegalStateException("GET " + next + " was answered " + answer.problem());
                }
                for (JsonNode order : answer.body().path("items")) {
                    if (orderIds.contains(order.path("orderId").asText())) {
                        decisions.add(order);
                    }
                }
                String cursor = answer.body().path("next").asText("");
                next = cursor.isEmpty() ? "" : page + "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
            }
        }
        return decisions;
    }

    private void add(JsonNode order) {
        byStatus.merge(order.path("status").asText(), 1, Integer::sum);
        Instant placed = Instant.parse(order.path("placedAt").asText());
        firstPlaced = firstPlaced.filter(placed::isAfter).or(() -> Optional.of(placed));
        for (JsonNode step : order.path("history")) {
            if (DECIDED.contains(step.path("status").asText())) {
                Instant decided = Instant.parse(step.path("at").asText());
                decision.add(Duration.between(placed, decided));
                lastDecided = lastDecided.filter(decided::isBefore).or(() -> Optional.of(decided));
                return;
            }
        }
    }

    /** How many orders are in this status. */
    public int in(String status) {
        return byStatus.getOrDefault(status, 0);
    }

    /** From acceptance to the stock decision. */
    public Timings timings() {
        return decision;
    }

    /** Stock decisions per second, from the first acceptance to the last decision; empty where none was made. */
    public Optional<Double> perSecond() {
        if (firstPlaced.isEmpty() || lastDecided.isEmpty()) {
            return Optional.empty();
        }
        double seconds = Duration.between(firstPlaced.get(), lastDecided.get()).toMillis() / 1000.0;
        return seconds > 0 ? Optional.of(decision.count() / seconds) : Optional.empty();
    }
}
