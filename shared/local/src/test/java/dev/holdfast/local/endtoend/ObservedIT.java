package dev.holdfast.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What those see who run the system: logs, metrics, the trace of an order; and what they do not see. */
@ExtendWith(SoundWorld.class)
class ObservedIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunningSystem system;
    private final Shop shop;
    private final Warehouse warehouse;
    private final HeardOutput heard = new HeardOutput();

    ObservedIT(RunningSystem system) {
        this.system = system;
        this.shop = system.shop();
        this.warehouse = system.warehouse();
    }

    @AfterEach
    void listenNoMore() {
        heard.close();
    }

    @Test
    void nothing_but_the_orders_own_personal_item_and_the_email_names_the_customer() throws Exception {
        String planted = Names.next("planted");
        String mug = warehouse.article(2);
        Basket basket = shop.orders(1, mug).by(planted + "@example.com");
        basket.json()
                .withObject("/customer")
                .put("reference", planted + "-reference")
                .put("name", planted + " name");
        basket.json().withObject("/shippingAddress").put("city", planted + " city");
        PlacedOrder order = basket.decided();
        basket.json().put("unknownField", planted);
        basket.reply().mustBe(400);
        warehouse.dispatches(order);
        Patience.until("e-mail arrives", () -> system.mailTo(planted + "@example.com"), mail -> !mail.isEmpty());
        poison("{\"orderId\": \"" + planted + "\"}");
        system.mustBeSound();

        assertThat(metric("OrdersAccepted", order)).isEqualTo(1);
        assertThat(Stream.concat(heard.lines().stream(), system.everythingKept())
                        .toList())
                .isNotEmpty()
                .noneMatch(line -> line.contains(planted));
        assertThat(system.personalItems(order)).anyMatch(item -> item.contains(planted));
    }

    /** What somebody sent who may; it goes to the dead letters as it came, and is taken out of them here. */
    private void poison(String body) {
        system.queues()
                .sendMessage(request ->
                        request.queueUrl(system.queue("StockReservationQueue")).messageBody(body));
        String aside = system.queue("StockReservationDeadLetters");
        Patience.until(
                        "the message is put aside",
                        () -> system.queues()
                                .receiveMessage(request -> request.queueUrl(aside))
                                .messages(),
                        messages -> !messages.isEmpty())
                .forEach(message -> system.queues()
                        .deleteMessage(request -> request.queueUrl(aside).receiptHandle(message.receiptHandle())));
        assertThat(logged())
                .anyMatch(line -> line.path("level").asText().equals("WARN")
                        && line.path("message").asText().contains("cannot be read")
                        && line.path("function").asText().equals("StockReservationFunction"));
    }

    @Test
    void an_order_is_counted_once_when_it_is_accepted_and_once_when_it_is_decided() {
        String mug = warehouse.article(1);
        Basket basket = shop.orders(1, mug);
        PlacedOrder held = basket.decided();
        basket.reply().mustBe(200);
        PlacedOrder refused = shop.orders(1, mug).decided();

        assertThat(metric("OrdersAccepted", held)).isEqualTo(1);
        Patience.until("it is counted", () -> metric("OrdersReserved", held), count -> count == 1);
        Patience.until("it is counted", () -> metric("OrdersRefused", refused), count -> count == 1);
        assertThat(metric("OrdersRefused", held)).isZero();
        assertThat(metrics())
                .filteredOn(line -> line.has("DecisionLatency"))
                .allMatch(line -> line.path("DecisionLatency").asLong() >= 0)
                .anyMatch(line -> line.path("correlationId").asText().equals(held.id()));
    }

    private long metric(String name, PlacedOrder order) {
        return metrics().stream()
                .filter(line -> line.path("correlationId").asText().equals(order.id()))
                .mapToLong(line -> line.path(name).asLong())
                .sum();
    }

    private List<JsonNode> metrics() {
        return read("\"_aws\"");
    }

    private List<JsonNode> logged() {
        return read("\"level\"");
    }

    private List<JsonNode> read(String field) {
        return heard.lines().stream()
                .filter(line -> line.startsWith("{") && line.contains(field))
                .map(ObservedIT::tree)
                .toList();
    }

    private static JsonNode tree(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
