package dev.holdfast.aws.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.aws.Contract;
import dev.holdfast.aws.Tables;
import dev.holdfast.aws.item.ItemSize;
import dev.holdfast.inventory.Article;
import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.inventory.Gtin;
import dev.holdfast.inventory.Location;
import dev.holdfast.inventory.Stock;
import dev.holdfast.inventory.domain.LocationRegister;
import dev.holdfast.inventory.domain.Versioned;
import dev.holdfast.kernel.Limits;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.Money;
import dev.holdfast.kernel.Sku;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Contract("StockTable")
class DynamoDbMasterDataTest {
    private static final Sku CANDLE = new Sku("85123A");
    private static final LocationId MAIN = new LocationId("MAIN");
    private static final LocationId NORTH = new LocationId("NORTH");
    private static final CommitOutcome DONE = new CommitOutcome.Committed();
    private static final CommitOutcome MOVED_ON = new CommitOutcome.MovedOn();
    private static final Article FULL = new Article(
            CANDLE, "red candle", Optional.of(new Gtin("4006381333931")), Optional.of(new Money(120, "GBP")));
    private static final Article BARE = new Article(CANDLE, "blue candle", Optional.empty(), Optional.empty());

    private Instant now = Instant.parse("2026-11-24T09:30:00Z");
    private final Tables tables;
    private final DynamoDbArticles articles;
    private final DynamoDbLocations locations;

    DynamoDbMasterDataTest(Tables tables) {
        this.tables = tables;
        this.articles = new DynamoDbArticles(tables.client(), "StockTable");
        this.locations = new DynamoDbLocations(tables.client(), "StockTable", () -> now);
    }

    private static Versioned<Location> location(LocationId id, int priority) {
        return new Versioned<>(new Location(id, "House " + id, "GB", priority), 1);
    }

    @Test
    void a_sku_is_born_with_its_empty_stock_in_one_commit() {
        assertThat(articles.write(new Versioned<>(FULL, 1))).isEqualTo(DONE);
        assertThat(articles.find(CANDLE)).contains(new Versioned<>(FULL, 1));
        assertThat(new DynamoDbStocks(tables.client(), "StockTable")
                        .read(List.of(CANDLE))
                        .stocks())
                .isEqualTo(Map.of(CANDLE, Stock.none(CANDLE)));
        assertThat(tables.all("StockTable"))
                .allSatisfy(item ->
                        assertThat(ItemSize.writeUnits(ItemSize.bytes(item))).isEqualTo(1));
    }

    @Test
    void a_sku_is_born_once() {
        articles.write(new Versioned<>(FULL, 1));
        assertThat(articles.write(new Versioned<>(BARE, 1))).isEqualTo(MOVED_ON);
        assertThat(articles.find(CANDLE)).contains(new Versioned<>(FULL, 1));
    }

    @Test
    void a_sku_is_replaced_from_the_version_before_and_its_stock_stays() {
        articles.write(new Versioned<>(FULL, 1));
        tables.put("StockTable", "shelf", "85123A#00", "item", "STOCK", "version", 1, "a#MAIN", 7);
        assertThat(articles.write(new Versioned<>(BARE, 2))).isEqualTo(DONE);
        assertThat(articles.write(new Versioned<>(FULL, 2))).isEqualTo(MOVED_ON);
        assertThat(articles.find(CANDLE)).contains(new Versioned<>(BARE, 2));
        assertThat(tables.get("StockTable", "shelf", "85123A#00", "item", "STOCK"))
                .containsKey("a#MAIN");
    }

    @Test
    void an_unknown_sku_is_not_found() {
        assertThat(articles.find(CANDLE)).isEmpty();
    }

    @Test
    void locations_come_back_as_they_were_written() {
        LocationRegister one = LocationRegister.EMPTY.with(location(MAIN, 1));
        LocationRegister two = one.with(location(NORTH, 2));
        assertThat(locations.read()).isEqualTo(LocationRegister.EMPTY);
        assertThat(locations.write(one)).isEqualTo(DONE);
        assertThat(locations.write(two)).isEqualTo(DONE);
        assertThat(locations.read()).isEqualTo(two);
    }

    @Test
    void two_who_add_a_location_at_once_do_not_both_succeed() {
        assertThat(locations.write(LocationRegister.EMPTY.with(location(MAIN, 1))))
                .isEqualTo(DONE);
        assertThat(locations.write(LocationRegister.EMPTY.with(location(NORTH, 1))))
                .isEqualTo(MOVED_ON);
        LocationRegister one = locations.read();
        assertThat(locations.write(one.with(location(NORTH, 1)))).isEqualTo(DONE);
        assertThat(locations.write(one.with(location(new LocationId("SOUTH"), 1))))
                .isEqualTo(MOVED_ON);
        assertThat(locations.read().locations().keySet()).containsExactly(MAIN, NORTH);
    }

    @Test
    void twenty_locations_with_long_names_cost_what_is_documented() {
        LocationRegister register = LocationRegister.EMPTY;
        for (int i = 0; i < Limits.LOCATIONS_MAX; i++) {
            LocationId id = new LocationId("A-LOCATION-OF-20-" + (100 + i));
            register = register.with(new Versioned<>(new Location(id, "n".repeat(Limits.TEXT_MAX), "GB", 1), 1));
        }
        assertThat(ItemSize.writeUnits(ItemSize.bytes(LocationsItem.of(register))))
                .isLessThanOrEqualTo(10);
    }

    @Test
    void priorities_are_remembered_for_a_minute() {
        locations.write(LocationRegister.EMPTY.with(location(MAIN, 1)));
        assertThat(locations.sourcing().priorities()).isEqualTo(Map.of(MAIN, 1));
        LocationRegister next = LocationRegister.EMPTY.with(location(MAIN, 1)).with(location(MAIN, 9));
        assertThat(new DynamoDbLocations(tables.client(), "StockTable", () -> now).write(next))
                .isEqualTo(DONE);
        now = now.plus(DynamoDbLocations.REMEMBERED).minusMillis(1);
        assertThat(locations.sourcing().priorities()).isEqualTo(Map.of(MAIN, 1));
        now = now.plusMillis(1);
        assertThat(locations.sourcing().priorities()).isEqualTo(Map.of(MAIN, 9));
    }

    @Test
    void a_clock_that_goes_back_makes_nothing_remembered_for_longer() {
        locations.write(LocationRegister.EMPTY.with(location(MAIN, 1)));
        assertThat(locations.ids()).containsExactly(MAIN);
        LocationRegister both = LocationRegister.EMPTY.with(location(MAIN, 1)).with(location(NORTH, 1));
        assertThat(locations.write(both)).isEqualTo(DONE);
        now = now.minus(Duration.ofDays(1));
        assertThat(locations.ids()).containsExactly(MAIN, NORTH);
    }

    @Test
    void a_new_location_is_known_at_once() {
        assertThat(locations.knows(MAIN)).isFalse();
        new DynamoDbLocations(tables.client(), "StockTable", () -> now)
                .write(LocationRegister.EMPTY.with(location(MAIN, 1)));
        assertThat(locations.knows(MAIN)).isTrue();
        assertThat(locations.knows(NORTH)).isFalse();
    }
}
