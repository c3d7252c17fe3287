package dev.holdfast.aws.ordering;

import dev.holdfast.aws.item.Item;
import dev.holdfast.kernel.Invariant;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.ordering.SandboxToken;
import dev.holdfast.ordering.port.PaymentProvider;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * The built-in provider. It answers as the order's token asks, and remembers each intent once, as a real one does: the
 * same intent again is answered from memory.
 */
public final class SandboxProvider implements PaymentProvider {
    private static final String INTENT = "intent";
    private static final String TOKEN = "token";
    private static final String MINOR = "minor";
    private static final String APPROVED = "approved";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public SandboxProvider(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /** {@inheritDoc} One write unit, and one read unit for a token that must be looked up. */
    @Override
    public Answer authorise(OrderId order, long minor, String currency, String token) {
        return switch (SandboxToken.find(token).orElseThrow(() -> new Invariant.Broken("an accepted token is known"))) {
            case TOK_APPROVED, TOK_CAPTURE_DECLINED -> act(order, Intent.AUTHORISE, minor, token, true);
            case TOK_DECLINED -> act(order, Intent.AUTHORISE, minor, token, false);
            case TOK_WRONG_AMOUNT -> act(order, Intent.AUTHORISE, minor / 2, token, true);
            case TOK_UNAVAILABLE -> new Answer.Unavailable();
            case TOK_TIMEOUT_AFTER_SUCCESS -> {
                // It takes effect, and the answer never comes.
                var _ = act(order, Intent.AUTHORISE, minor, token, true);
                yield new Answer.Unknown();
            }
        };
    }

    @Override
    public Answer capture(OrderId order, long minor) {
        boolean pays = authorisation(order)
                .flatMap(item -> SandboxToken.find(item.string(TOKEN)))
                .filter(token -> token != SandboxToken.TOK_CAPTURE_DECLINED)
                .isPresent();
        return act(order, Intent.CAPTURE, minor, "", pays);
    }

    /** {@inheritDoc} The authorisation is settled first: one that comes later finds that it was declined. */
    @Override
    public Answer voidAuthorisation(OrderId order, long minor) {
        Answer authorisation = act(order, Intent.AUTHORISE, 0, "", false);
        return authorisation instanceof Answer.Unknown ? authorisation : act(order, Intent.VOID, minor, "", true);
    }

    @Override
    public Lookup lookUp(OrderId order, Intent intent) {
        try {
            return find(order, intent)
                    .<Lookup>map(item -> new Lookup.Found(answer(item)))
                    .orElseGet(Lookup.NotFound::new);
        } catch (SdkException e) {
            return new Lookup.Unavailable();
        }
    }

    private Optional<Item> authorisation(OrderId order) {
        return find(order, Intent.AUTHORISE);
    }

    private Optional<Item> find(OrderId order, Intent intent) {
        return Optional.of(dynamoDb.getItem(request ->
                                request.tableName(table).key(key(order, intent)).consistentRead(true))
                        .item())
                .filter(item -> !item.isEmpty())
                .map(Item::new);
    }

    /** Remembers the intent if it is new, and answers from memory if it is not. */
    private Answer act(OrderId order, Intent intent, long minor, String token, boolean approved) {
        Map<String, AttributeValue> item = new HashMap<>(key(order, intent));
        item.put(MINOR, AttributeValue.fromN(Long.toString(minor)));
        item.put(APPROVED, AttributeValue.fromBool(approved));
        item.put(TOKEN, AttributeValue.fromS(token));
        try {
            dynamoDb.putItem(request -> request.tableName(table)
                    .item(item)
                    .conditionExpression("attribute_not_exists(" + INTENT + ")")
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return answer(new Item(item));
        } catch (ConditionalCheckFailedException e) {
            return answer(new Item(e.item()));
        } catch (SdkException e) {
            return new Answer.Unknown();
        }
    }

    private static Answer answer(Item item) {
        return item.flag(APPROVED) ? new Answer.Approved(item.number(MINOR)) : new Answer.Declined();
    }

    private static Map<String, AttributeValue> key(OrderId order, Intent intent) {
        return Map.of(INTENT, AttributeValue.fromS(order + "/" + intent));
    }
}
