package dev.holdfast.aws.replenishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.aws.Tables;
import dev.holdfast.kernel.InvalidValue;
import dev.holdfast.kernel.Sku;
import dev.holdfast.replenishment.Crossing;
import dev.holdfast.replenishment.StockLevel;
import dev.holdfast.replenishment.Thresholds;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class CrossingMessageTest {
    private static final Thresholds TEN = new Thresholds(10, 15);

    private static Map<String, AttributeValue> image(long version, long atMain, Object... more) {
        Map<String, AttributeValue> image = new HashMap<>(
                Tables.item("shelf", "85123A#00", "item", "STOCK", "version", version, "a#MAIN", atMain, "r#MAIN", 99));
        image.putAll(Tables.item(more));
        return image;
    }

    @Test
    void the_position_is_added_up_over_all_locations() {
        Optional<Crossing> crossing = CrossingMessage.between(
                Optional.of(image(6, 20, "reorderPoint", 10, "rearmAbove", 15)),
                image(7, 4, "a#NORTH", 3, "onOrder", 5, "waiting", 2, "reorderPoint", 10, "rearmAbove", 15));
        assertThat(crossing)
                .contains(new Crossing(
                        new Sku("85123A"),
                        7,
                        new StockLevel(7, 5, 2, Optional.of(TEN)),
                        Optional.of(new StockLevel(20, 0, 0, Optional.of(TEN)))));
    }

    @Test
    void most_changes_do_not_concern_replenishment() {
        assertThat(CrossingMessage.between(Optional.of(image(6, 20)), image(7, 0)))
                .isEmpty();
        assertThat(CrossingMessage.between(
                        Optional.of(image(6, 20, "reorderPoint", 10, "rearmAbove", 15)),
                        image(7, 16, "reorderPoint", 10, "rearmAbove", 15)))
                .isEmpty();
    }

    @Test
    void a_message_says_what_the_crossing_was() {
        Crossing first = new Crossing(new Sku("A"), 1, new StockLevel(0, 0, 0, Optional.of(TEN)), Optional.empty());
        Crossing later = new Crossing(
                new Sku("A"),
                8,
                new StockLevel(7, 5, 2, Optional.of(TEN)),
                Optional.of(new StockLevel(20, 0, 0, Optional.empty())));
        assertThat(CrossingMessage.decode(CrossingMessage.encode(first))).isEqualTo(first);
        assertThat(CrossingMessage.decode(CrossingMessage.encode(later))).isEqualTo(later);
        assertThat(CrossingMessage.message(later).group()).contains("A");
        assertThat(CrossingMessage.message(later).deduplicationId()).contains("A#8");
    }

    @Test
    void a_newer_version_of_the_relay_may_say_more() {
        String more = "{\"sku\":\"A\",\"version\":1,\"available\":1,\"onOrder\":0,\"waiting\":0,\"reorderPoint\":2,"
                + "\"rearmAbove\":2,\"colour\":\"red\"}";
        assertThat(CrossingMessage.decode(more).level().position()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "poison",
                "{}",
                "[]",
                "{\"sku\":\"A\",\"version\":1,\"available\":-1,\"onOrder\":0,\"waiting\":0}",
                "{\"sku\":\"A\",\"version\":1,\"available\":1,\"onOrder\":0,\"waiting\":0,\"reorderPoint\":5}",
                "{\"sku\":\"A\",\"version\":1,\"available\":1,\"onOrder\":0,\"waiting\":0,\"reorderPoint\":5,"
                        + "\"rearmAbove\":4}"
            })
    void what_cannot_be_read_is_told_apart_from_a_fault(String body) {
        assertThatThrownBy(() -> CrossingMessage.decode(body)).isInstanceOf(InvalidValue.class);
    }
}
