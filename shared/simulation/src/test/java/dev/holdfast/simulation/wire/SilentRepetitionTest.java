package dev.holdfast.simulation.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.aws.Tables;
import dev.holdfast.aws.transaction.Transaction;
import dev.holdfast.simulation.world.Names;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** The SDK repeats what it was not answered, and says nothing of it: what that does to a counter. */
class SilentRepetitionTest {
    private static final Map<String, AttributeValue> KEY = Tables.item("shelf", "TEA#00", "item", "STOCK");

    private final LocalTables tables = new LocalTables();
    private final Front front = new Front(tables.uri(), Optional.of(tables.handler()));
    private final DynamoDbClient client = Clients.dynamoDb(front.uri());

    @BeforeEach
    void ten_teas() {
        client.putItem(put -> put.tableName(Names.STOCK)
                .item(Tables.item("shelf", "TEA#00", "item", "STOCK", "version", 1, "a#MAIN", 10)));
        front.expect(new Plan.Everywhere(Trouble.LOST));
    }

    @AfterEach
    void close() {
        client.close();
        front.close();
        tables.close();
    }

    private Optional<AttributeValue> teas() {
        return Optional.ofNullable(
                tables.all(Names.STOCK).getOrDefault(KEY, Map.of()).get("a#MAIN"));
    }

    @Test
    void a_counter_that_is_simply_updated_moves_twice() {
        client.updateItem(update -> update.tableName(Names.STOCK)
                .key(KEY)
                .updateExpression("SET #a = #a - :two")
                .conditionExpression("#a >= :two")
                .expressionAttributeNames(Map.of("#a", "a#MAIN"))
                .expressionAttributeValues(Map.of(":two", AttributeValue.fromN("2"))));
        assertThat(teas()).contains(AttributeValue.fromN("6"));
    }

    @Test
    void a_counter_in_a_transaction_moves_once() {
        Transaction transaction = new Transaction();
        transaction.add(TransactWriteItem.builder()
                .update(Update.builder()
                        .tableName(Names.STOCK)
                        .key(KEY)
                        .updateExpression("SET #a = #a - :two")
                        .conditionExpression("#a >= :two")
                        .expressionAttributeNames(Map.of("#a", "a#MAIN"))
                        .expressionAttributeValues(Map.of(":two", AttributeValue.fromN("2")))
                        .build())
                .build());
        assertThat(transaction.attempt(client)).isEqualTo(new Transaction.Attempt.Written());
        assertThat(teas()).contains(AttributeValue.fromN("8"));
    }
}
