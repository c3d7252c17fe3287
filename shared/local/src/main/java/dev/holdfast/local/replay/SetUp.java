package dev.holdfast.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.kernel.Sku;
import dev.holdfast.local.client.Api;
import dev.holdfast.local.client.ApiAnswer;
import dev.holdfast.local.client.Key;
import dev.holdfast.local.shop.StockPlan;
import java.util.List;
import java.util.Map;

/** What must be there before the first order: locations, SKUs, stock, reorder policies. A second time it is a replay. */
public final class SetUp {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Api api;
    private final Console console;
    private final Tally tally;
    private final int threads;

    public SetUp(Api api, Console console, Tally tally, int threads) {
        this.api = api;
        this.console = console;
        this.tally = tally;
        this.threads = threads;
    }

    /** Registers and books. SKUs without a description are described by themselves. */
    public void of(Map<Sku, String> descriptions, StockPlan plan) throws InterruptedException {
        for (int i = 0; i < StockPlan.LOCATIONS.size(); i++) {
            String name = StockPlan.LOCATIONS.get(i);
            put("/v1/locations/" + name, Map.of("name", "Warehouse " + name, "country", "GB", "priority", i + 1));
        }
        List<Sku> skus = List.copyOf(plan.demand().keySet());
        try (Stage stage = console.begin("SKUs", skus.size())) {
            Crew.work(threads, skus, (sku, _) -> {
                put("/v1/skus/" + sku, Map.of("description", descriptions.getOrDefault(sku, sku.value())));
                stage.step();
            });
        }
        List<StockPlan.Booking> opening = plan.opening();
        try (Stage stage = console.begin("Opening stock", opening.size())) {
            Crew.work(threads, opening, (booking, _) -> {
                Warehouse.book(api, "/v1/stock/adjustments", booking, "OPENING", tally);
                stage.step();
            });
        }
        List<StockPlan.Policy> policies = plan.policies();
        try (Stage stage = console.begin("Reorder policies", policies.size())) {
            Crew.work(threads, policies, (policy, _) -> {
                put(
                        "/v1/skus/" + policy.sku() + "/reorder-policy",
                        Map.of(
                                "reorderPoint", policy.reorderPoint(),
                                "orderUpTo", policy.orderUpTo(),
                                "hysteresis", policy.hysteresis(),
                                "supplier", "Replay Supplies"));
                stage.step();
            });
        }
    }

    private void put(String path, Map<String, Object> content) throws InterruptedException {
        JsonNode body = JSON.valueToTree(content);
        ApiAnswer answer = api.put(Key.STAFF, path, body);
        if (!answer.isSuccess()) {
            tally.failed("PUT " + path + " was answered " + answer.problem());
        }
    }
}
