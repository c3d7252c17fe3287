package dev.holdfast.aws.inventory;

import dev.holdfast.aws.transaction.ConditionalPut;
import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.inventory.Sourcing;
import dev.holdfast.inventory.domain.LocationRegister;
import dev.holdfast.inventory.port.LocationStore;
import dev.holdfast.inventory.port.Locations;
import dev.holdfast.kernel.LocationId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The merchant's locations in the Stock table, all in one item. */
public final class DynamoDbLocations implements Locations, LocationStore {
    /** The longest that priorities are remembered; numbers are verified by the write, priorities need not be. */
    public static final Duration REMEMBERED = Duration.ofSeconds(60);

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final InstantSource clock;
    private volatile @Nullable Remembered remembered;

    public DynamoDbLocations(DynamoDbClient dynamoDb, String stockTable, InstantSource clock) {
        this.dynamoDb = dynamoDb;
        this.table = stockTable;
        this.clock = clock;
    }

    @Override
    public Sourcing sourcing() {
        return new Sourcing(recent().locations().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        location -> location.getValue().content().priority())));
    }

    /** The ids of all locations; may be a minute old. */
    public Set<LocationId> ids() {
        return recent().locations().keySet();
    }

    /** {@inheritDoc} A yes is remembered; a no is asked again. */
    @Override
    public boolean knows(LocationId id) {
        return recent().find(id).isPresent() || read().find(id).isPresent();
    }

    /** {@inheritDoc} One consistent read: 1 read unit per 4 KB, at most 2. */
    @Override
    public LocationRegister read() {
        Instant now = clock.instant();
        LocationRegister register = LocationsItem.register(dynamoDb.getItem(request ->
                        request.tableName(table).key(StockKeys.locations()).consistentRead(true))
                .item());
        remembered = new Remembered(register, now);
        return register;
    }

    /**
     * {@inheritDoc} The condition is the version before, or that there is no item; 1 write unit per KB, at most 10. By
     * it no two locations are added at once, so there are never more than fit.
     */
    @Override
    public CommitOutcome write(LocationRegister next) {
        long before = next.version() - 1;
        return ConditionalPut.attempt(dynamoDb, put -> {
            put.tableName(table).item(LocationsItem.of(next));
            if (before == 0) {
                put.conditionExpression("attribute_not_exists(" + StockKeys.SHELF + ")");
            } else {
                put.conditionExpression(LocationsItem.VERSION + " = :before")
                        .expressionAttributeValues(Map.of(":before", AttributeValue.fromN(Long.toString(before))));
            }
        });
    }

    private LocationRegister recent() {
        Instant now = clock.instant();
        return Optional.ofNullable(remembered)
                .filter(known -> known.isFresh(now))
                .map(Remembered::register)
                .orElseGet(this::read);
    }

    private record Remembered(LocationRegister register, Instant at) {
        boolean isFresh(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(REMEMBERED));
        }
    }
}
