package dev.holdfast.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sqs.model.Message;

/** What leaves the system: e-mail, alerts, and what nobody can read. */
@ExtendWith(SoundWorld.class)
class MessagesIT {
    private final RunningSystem system;
    private final Shop shop;
    private final Warehouse warehouse;

    MessagesIT(RunningSystem system) {
        this.system = system;
        this.shop = system.shop();
        this.warehouse = system.warehouse();
    }

    @Test
    void the_customer_gets_one_email_for_a_parcel_with_its_tracking_number() throws Exception {
        String mug = warehouse.article(1);
        String address = Names.next("buyer") + "@example.com";
        PlacedOrder order = shop.orders(1, mug).by(address).decided();
        String parcel = order.shipmentIds().getFirst();

        warehouse.dispatch(parcel, "PF-4711").mustBe(200);
        warehouse.dispatch(parcel, "PF-4711").mustBe(200);

        Patience.until("e-mail arrives", () -> system.mailTo(address), mail -> !mail.isEmpty());
        system.mustBeSound();
        assertThat(system.mailTo(address)).hasSize(1).first().asString().contains("PF-4711");
    }

    @Test
    void an_article_alerts_once_per_crossing_and_again_only_above_its_hysteresis() throws Exception {
        String mug = warehouse.article(10);
        warehouse.alertsAt(5, 20, 2, mug);

        shop.orders(5, mug).decided();
        List<JsonNode> first = Patience.until("it alerts", () -> system.alertsFor(mug), alerts -> !alerts.isEmpty());
        assertThat(first.getFirst().at("/data/position").asInt()).isEqualTo(5);
        assertThat(first.getFirst().at("/data/suggestedQuantity").asInt()).isEqualTo(15);

        shop.orders(1, mug).decided();
        warehouse.receives(2, mug, Warehouse.LONDON);
        shop.orders(1, mug).decided();
        system.mustBeSound();
        assertThat(system.alertsFor(mug)).hasSize(1);

        warehouse.receives(3, mug, Warehouse.LONDON);
        shop.orders(4, mug).decided();
        Patience.until("it alerts again", () -> system.alertsFor(mug), alerts -> alerts.size() == 2);
        assertThat(system.alertsFor(mug).getLast().at("/data/epoch").asInt()).isEqualTo(2);
    }

    @Test
    void a_message_that_nobody_can_read_is_put_aside_and_its_neighbours_go_on() {
        String mug = warehouse.article(3);
        String poison = "{\"orderId\": \"" + Names.next("no order's id") + "\"";

        system.queues()
                .sendMessage(request ->
                        request.queueUrl(system.queue("StockReservationQueue")).messageBody(poison));
        PlacedOrder neighbour = shop.orders(1, mug).decided();

        assertThat(neighbour.status()).isEqualTo("CONFIRMED");
        String aside = system.queue("StockReservationDeadLetters");
        List<Message> given = Patience.until(
                "the message is put aside",
                () -> system.queues()
                        .receiveMessage(request -> request.queueUrl(aside))
                        .messages(),
                messages -> !messages.isEmpty());
        assertThat(given.getFirst().body()).isEqualTo(poison);
        system.queues()
                .deleteMessage(request ->
                        request.queueUrl(aside).receiptHandle(given.getFirst().receiptHandle()));
    }
}
