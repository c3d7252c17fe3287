package dev.holdfast.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.local.cloud.AccessKeys;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A small made-up shop: fills the empty system through its own API, and lets five orders travel. */
final class DemoShop {
    static final String MUG = "MUG-BLUE";

    private static final String TEA = "TEA-ASSAM";
    private static final String LAMP = "LAMP-OAK";
    private static final Logger LOG = LoggerFactory.getLogger(DemoShop.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ShopApi api;
    private final Screen screen;
    private final Journey journey;

    DemoShop(URI apiUrl, URI awsUrl, Screen screen) {
        this.api = new ShopApi(apiUrl);
        this.screen = screen;
        this.journey = new Journey(api, awsUrl, screen);
    }

    void open() throws InterruptedException {
        screen.line("The data directory was empty: here is a small made-up shop, and five orders through it.");
        try {
            fillTheShelves();
            sellAndShip();
            sellDownToTheReorderPoint();
            refuse();
            backorderAndFill();
            declineThePayment();
            screen.line("");
        } catch (IOException e) {
            LOG.error("the made-up shop could not be filled", e);
            screen.line("  The made-up shop was left unfinished (" + e.getMessage() + "); the system runs.");
        }
    }

    private void fillTheShelves() throws IOException, InterruptedException {
        location("LONDON", "GB", 1);
        location("BERLIN", "DE", 2);
        sku(MUG, "Blue mug");
        sku(TEA, "Assam tea, 250 g");
        sku(LAMP, "Oak desk lamp");
        receipt("OPENING-LONDON", "LONDON", new Delivered(MUG, 40), new Delivered(TEA, 12), new Delivered(LAMP, 3));
        receipt("OPENING-BERLIN", "BERLIN", new Delivered(LAMP, 2));
        api.put(
                AccessKeys.STAFF,
                "/v1/skus/" + TEA + "/reorder-policy",
                JSON.createObjectNode().put("reorderPoint", 5).put("orderUpTo", 30));
        screen.line("  shelves     40 mugs, 12 teas (order again at 5), 5 lamps in two places");
    }

    private void sellAndShip() throws IOException, InterruptedException {
        DemoOrder order = new DemoOrder(
                AccessKeys.SHOP, "D-1001", "Grace", MUG, 2, 1250, "ALL_OR_NOTHING", "SANDBOX", "tok_approved");
        JsonNode placed = journey.place(order, "2 mugs, paid by card", Set.of("CONFIRMED"));
        journey.dispatch(placed, "Parcel Force", "PF-1001");
        journey.follow(order, placed, Set.of("SHIPPED"));
        journey.awaitEmail(order);
    }

    private void sellDownToTheReorderPoint() throws IOException, InterruptedException {
        DemoOrder order =
                new DemoOrder(AccessKeys.MARKET, "M-2001", "Edsger", TEA, 8, 690, "ALL_OR_NOTHING", "INVOICE", "");
        journey.place(order, "8 teas on invoice: 4 are left", Set.of("CONFIRMED"));
        journey.awaitAlert(TEA);
    }

    private void refuse() throws IOException, InterruptedException {
        DemoOrder order = new DemoOrder(
                AccessKeys.SHOP, "D-1002", "Barbara", LAMP, 9, 8900, "ALL_OR_NOTHING", "SANDBOX", "tok_approved");
        journey.place(order, "9 lamps, all or nothing: only 5 are there", Set.of("REJECTED"));
    }

    private void backorderAndFill() throws IOException, InterruptedException {
        DemoOrder order =
                new DemoOrder(AccessKeys.SHOP, "D-1003", "Alan", LAMP, 7, 8900, "BACKORDER", "SANDBOX", "tok_approved");
        JsonNode placed = journey.place(order, "7 lamps, may wait for what is missing", Set.of("BACKORDERED"));
        receipt("DELIVERY-1", "LONDON", new Delivered(LAMP, 10));
        screen.line("              10 lamps arrive");
        journey.follow(order, placed, Set.of("CONFIRMED"));
    }

    private void declineThePayment() throws IOException, InterruptedException {
        DemoOrder order = new DemoOrder(
                AccessKeys.MARKET, "M-2002", "Donald", MUG, 5, 1250, "ALL_OR_NOTHING", "SANDBOX", "tok_declined");
        journey.place(order, "5 mugs, but the card is declined", Set.of("CANCELLED"));
    }

    private void location(String location, String country, int priority) throws IOException, InterruptedException {
        api.put(
                AccessKeys.STAFF,
                "/v1/locations/" + location,
                JSON.createObjectNode()
                        .put("name", location)
                        .put("country", country)
                        .put("priority", priority));
    }

    private void sku(String sku, String description) throws IOException, InterruptedException {
        api.put(AccessKeys.STAFF, "/v1/skus/" + sku, JSON.createObjectNode().put("description", description));
    }

    private void receipt(String reference, String location, Delivered... delivered)
            throws IOException, InterruptedException {
        ObjectNode receipt = JSON.createObjectNode().put("reference", reference).put("location", location);
        for (Delivered line : delivered) {
            receipt.withArray("lines").addObject().put("sku", line.sku()).put("quantity", line.quantity());
        }
        api.post(AccessKeys.STAFF, "/v1/stock/receipts", receipt);
    }

    private record Delivered(String sku, int quantity) {}
}
