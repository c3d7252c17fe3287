package dev.holdfast.simulation.bugs;

import static dev.holdfast.simulation.bugs.BentDynamoDb.kind;
import static dev.holdfast.simulation.bugs.BentDynamoDb.text;

import dev.holdfast.ordering.port.PaymentProvider.Answer;
import dev.holdfast.ordering.port.PaymentProvider.Intent;
import dev.holdfast.simulation.world.Bug;
import dev.holdfast.simulation.world.Names;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.SendEmailRequest;
import software.amazon.awssdk.services.ses.model.SendEmailResponse;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.PublishBatchRequest;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;

/** Mistakes that somebody could make, and that peers made. Each must be found. */
public final class PlantedBugs {
    private PlantedBugs() {}

    /** Those that random histories show soon, by name. */
    public static Map<String, Bug> common() {
        Map<String, Bug> bugs = new LinkedHashMap<>();
        acceptance(bugs);
        stock(bugs);
        line(bugs);
        orders(bugs);
        payment(bugs);
        messages(bugs);
        replenishment(bugs);
        return bugs;
    }

    /** Those that take longer to show; without its fence an order goes round and round, and its history is long. */
    public static Map<String, Bug> rare() {
        Map<String, Bug> bugs = new LinkedHashMap<>();
        rarelySeen(bugs);
        return bugs;
    }

    private static Bug database(java.util.function.UnaryOperator<DynamoDbClient> bent) {
        return (outside, ledger) -> outside.with(bent.apply(outside.dynamoDb()));
    }

    private static AttributeValue s(String text) {
        return AttributeValue.fromS(text);
    }

    private static void acceptance(Map<String, Bug> bugs) {
        bugs.put(
                "no dedupe on place: an order is written whether it is there or not",
                database(straight -> BentDynamoDb.withoutPutCondition(
                        straight, condition -> condition.equals("attribute_not_exists(orderId)"))));
        bugs.put(
                "a lost answer to an acceptance is taken for success", database(straight -> new BentDynamoDb(straight) {
                    @Override
                    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
                        try {
                            return straight.transactWriteItems(request);
                        } catch (software.amazon.awssdk.core.exception.SdkClientException hopeful) {
                            return TransactWriteItemsResponse.builder().build();
                        }
                    }
                }));
        bugs.put("a conflict is taken for success", database(straight -> new BentDynamoDb(straight) {
            @Override
            public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
                try {
                    return straight.transactWriteItems(request);
                } catch (TransactionCanceledException hopeful) {
                    return TransactWriteItemsResponse.builder().build();
                }
            }
        }));
        bugs.put("a retry of a booking gets a fresh id", (outside, ledger) -> {
            AtomicInteger attempts = new AtomicInteger();
            return outside.with(BentDynamoDb.transactions(outside.dynamoDb(), actions -> {
                if (!kind(actions).equals("RECEIVE")) {
                    return List.of(actions);
                }
                String fresh = "jrn_fresh" + attempts.incrementAndGet();
                return List.of(actions.stream()
                        .map(action -> action.put() != null
                                ? action.toBuilder()
                                        .put(action.put().toBuilder()
                                                .item(with(action.put().item(), "entryId", s(fresh)))
                                                .build())
                                        .build()
                                : action.toBuilder()
                                        .update(action.update().toBuilder()
                                                .expressionAttributeValues(with(
                                                        action.update().expressionAttributeValues(),
                                                        ":entry",
                                                        s(fresh)))
                                                .build())
                                        .build())
                        .toList());
            }));
        });
    }

    private static Map<String, AttributeValue> with(
            Map<String, AttributeValue> item, String attribute, AttributeValue value) {
        Map<String, AttributeValue> other = new HashMap<>(item);
        other.put(attribute, value);
        return other;
    }

    private static void stock(Map<String, Bug> bugs) {
        bugs.put(
                "look, then write: the condition is not in the write",
                database(
                        straight -> BentDynamoDb.stockConditions(straight, part -> part.contains(" >= ") ? "" : part)));
        bugs.put(
                "lines are checked one by one: one unit left is enough",
                database(straight -> BentDynamoDb.stockConditions(
                        straight, part -> part.contains(" >= ") ? part.replaceAll(">= :v\\d+", ">= :one") : part)));
        bugs.put(
                "counters move without a journal entry",
                database(straight -> BentDynamoDb.transactions(
                        straight,
                        actions -> List.of(actions.stream()
                                .filter(action -> action.put() == null
                                        || !text(action.put().item(), "kind").equals("RESERVE"))
                                .toList()))));
        bugs.put(
                "the journal entry is written whether it is there or not",
                database(straight -> BentDynamoDb.withoutPutCondition(
                        straight, condition -> condition.equals("attribute_not_exists(entryId)"))));
        bugs.put(
                "stock is released outside the cancel transaction",
                database(straight -> BentDynamoDb.transactions(straight, actions -> split(actions, "RELEASE"))));
        bugs.put(
                "goods are booked out after the dispatch is committed",
                database(straight -> BentDynamoDb.transactions(straight, actions -> split(actions, "SHIP"))));
        bugs.put(
                "an order is held first, the stock taken later",
                database(straight -> BentDynamoDb.transactions(straight, actions -> split(actions, "RESERVE"))));
        bugs.put(
                "a release is applied twice",
                (outside, ledger) -> outside.with(BentDynamoDb.transactions(
                        outside.dynamoDb(),
                        actions -> kind(actions).equals("RELEASE")
                                ? List.of(
                                        actions,
                                        actions.stream()
                                                .filter(action -> action.update() != null)
                                                .toList())
                                : List.of(actions))));
        bugs.put("the history of a SKU may be lost", database(straight -> new BentDynamoDb(straight) {
            @Override
            public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
                try {
                    return straight.batchWriteItem(request);
                } catch (SdkException swallowed) {
                    return BatchWriteItemResponse.builder()
                            .unprocessedItems(Map.of())
                            .build();
                }
            }
        }));
        bugs.put("unprocessed items of a batch are forgotten", database(straight -> new BentDynamoDb(straight) {
            @Override
            public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
                return straight.batchWriteItem(request).toBuilder()
                        .unprocessedItems(Map.of())
                        .build();
            }
        }));
    }

    /** Orders first, then stock and journal. */
    private static List<List<TransactWriteItem>> split(List<TransactWriteItem> actions, String kind) {
        if (!kind(actions).equals(kind)) {
            return List.of(actions);
        }
        Predicate<TransactWriteItem> ofOrder =
                action -> action.put() != null && action.put().tableName().equals(Names.ORDERS);
        return List.of(
                actions.stream().filter(ofOrder).toList(),
                actions.stream().filter(ofOrder.negate()).toList());
    }

    private static void line(Map<String, Bug> bugs) {
        bugs.put("the line is served from its end", database(straight -> new BentDynamoDb(straight) {
            @Override
            public QueryResponse query(QueryRequest request) {
                boolean front = request.tableName().equals(Names.STOCK);
                return straight.query(
                        front ? request.toBuilder().scanIndexForward(false).build() : request);
            }
        }));
        bugs.put(
                "who is cancelled stays in line",
                database(straight -> BentDynamoDb.transactions(
                        straight,
                        actions -> List.of(
                                kind(actions).equals("RELEASE")
                                        ? actions.stream()
                                                .filter(action -> action.delete() == null
                                                        || !action.delete()
                                                                .tableName()
                                                                .equals(Names.STOCK))
                                                .toList()
                                        : actions))));
        bugs.put(
                "goods that come are not offered to who waits",
                (outside, ledger) -> outside.with(BentSqs.messages(
                        outside.sqs(),
                        message -> message.messageBody().startsWith("{\"sku\"") && message.messageGroupId() == null
                                ? message.toBuilder()
                                        .messageBody("{\"sku\":\"NOTHING\"}")
                                        .build()
                                : message)));
    }

    private static void orders(Map<String, Bug> bugs) {
        bugs.put(
                "an order is saved whatever its version is",
                database(straight -> BentDynamoDb.withoutPutCondition(
                        straight, condition -> condition.equals("#version = :before"))));
        bugs.put("an order that waits is never looked at again", database(straight -> new BentDynamoDb(straight) {
            @Override
            public QueryResponse query(QueryRequest request) {
                return "byDueTime".equals(request.indexName())
                        ? QueryResponse.builder().items(List.of()).build()
                        : straight.query(request);
            }
        }));
        bugs.put(
                "a waiting order has no due time",
                database(straight -> BentDynamoDb.headers(straight, header -> {
                    if (text(header, "stage").equals("RESERVED")) {
                        header.remove("dueShard");
                        header.remove("dueAtEpochSeconds");
                    }
                    return header;
                })));
        bugs.put(
                "a cancellation does not wait for what is being paid",
                database(straight -> BentDynamoDb.headers(straight, header -> {
                    boolean asked = text(header, "payment").equals("AUTHORISING")
                            || text(header, "payment").equals("VOIDING")
                            || text(header, "payment").equals("AUTHORISED");
                    if (text(header, "stage").equals("CANCELLING") && asked) {
                        header.put("stage", s("CANCELLED"));
                    }
                    return header;
                })));
        bugs.put(
                "unpaid orders are shipped",
                database(straight -> BentDynamoDb.headers(straight, header -> {
                    if (text(header, "stage").equals("RESERVED")
                            && text(header, "payment").equals("PENDING")) {
                        header.put("stage", s("CONFIRMED"));
                        header.put(
                                "shipments",
                                AttributeValue.fromM(Map.of("MAIN", AttributeValue.fromL(List.of(s("READY"))))));
                    }
                    return header;
                })));
    }

    private static void payment(Map<String, Bug> bugs) {
        bugs.put(
                "each attempt at the provider gets a fresh key",
                (outside, ledger) -> outside.with(
                        new BentProvider(outside.provider(), ledger::forget, (intent, answer) -> answer, false)));
        bugs.put(
                "an unknown answer is taken for a no",
                (outside, ledger) -> outside.with(heard(
                        outside.provider(),
                        (intent, answer) -> answer instanceof Answer.Unknown ? new Answer.Declined() : answer)));
        bugs.put(
                "an outage is taken for a success",
                (outside, ledger) -> outside.with(heard(
                        outside.provider(),
                        (intent, answer) -> answer instanceof Answer.Unavailable && intent != Intent.AUTHORISE
                                ? new Answer.Approved(1)
                                : answer)));
        bugs.put(
                "a late authorisation is not voided",
                database(straight -> BentDynamoDb.headers(straight, header -> {
                    if (text(header, "payment").equals("VOIDING")) {
                        header.put("payment", s("VOIDED"));
                        header.put("stage", s("CANCELLED"));
                    }
                    return header;
                })));
    }

    private static void rarelySeen(Map<String, Bug> bugs) {
        bugs.put(
                "a newcomer takes though somebody waits",
                database(straight -> BentDynamoDb.stockConditions(
                        straight, part -> part.contains("attribute_not_exists") ? "" : part)));
        bugs.put(
                "a capture is repeated under a new key",
                (outside, ledger) -> outside.with(new BentProvider(
                        outside.provider(),
                        (order, intent) -> {
                            if (intent == Intent.CAPTURE) {
                                ledger.forget(order, intent);
                            }
                        },
                        (intent, answer) -> answer,
                        true)));
        bugs.put(
                "the fence falls: a capture is not said before it is asked for",
                database(straight -> BentDynamoDb.headers(straight, header -> {
                    if (text(header, "payment").equals("CAPTURING")) {
                        header.put("payment", s("AUTHORISED"));
                    }
                    return header;
                })));
    }

    private static BentProvider heard(
            dev.holdfast.ordering.port.PaymentProvider straight,
            java.util.function.BiFunction<Intent, Answer, Answer> heard) {
        return new BentProvider(straight, (order, intent) -> {}, heard, true);
    }

    private static void messages(Map<String, Bug> bugs) {
        bugs.put(
                "a relay swallows a failed send", (outside, ledger) -> outside.with(BentSqs.swallowing(outside.sqs())));
        bugs.put(
                "what a queue refuses of a batch is not read",
                (outside, ledger) -> outside.with(BentSqs.unread(outside.sqs())));
        bugs.put(
                "good messages are buried when a queue is away",
                (outside, ledger) -> outside.with(BentSqs.burying(outside.sqs(), Names.DEAD_LETTERS)));
        bugs.put(
                "an event is lost when its topic is away",
                (outside, ledger) -> outside.with(new Topics(outside.sns()) {
                    @Override
                    public PublishBatchResponse publishBatch(PublishBatchRequest request) {
                        try {
                            return straight.publishBatch(request);
                        } catch (SdkException swallowed) {
                            return PublishBatchResponse.builder().build();
                        }
                    }
                }));
        bugs.put("an event gets another id each time it is told", (outside, ledger) -> {
            AtomicInteger told = new AtomicInteger();
            return outside.with(new Topics(outside.sns()) {
                @Override
                public PublishBatchResponse publishBatch(PublishBatchRequest request) {
                    return straight.publishBatch(request.toBuilder()
                            .publishBatchRequestEntries(request.publishBatchRequestEntries().stream()
                                    .map(entry -> entry.toBuilder()
                                            .message(entry.message()
                                                    .replace("\"id\":\"", "\"id\":\"" + told.incrementAndGet() + "-"))
                                            .build())
                                    .toList())
                            .build());
                }
            });
        });
        bugs.put(
                "an e-mail is marked before it is handed over",
                (outside, ledger) -> outside.with(new SesClient() {
                    @Override
                    public SendEmailResponse sendEmail(SendEmailRequest request) {
                        try {
                            return outside.ses().sendEmail(request);
                        } catch (SdkException swallowed) {
                            return SendEmailResponse.builder().build();
                        }
                    }

                    @Override
                    public String serviceName() {
                        return SERVICE_NAME;
                    }

                    @Override
                    public void close() {}
                }));
    }

    private abstract static class Topics implements SnsClient {
        final SnsClient straight;

        Topics(SnsClient straight) {
            this.straight = straight;
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }

    private static void replenishment(Map<String, Bug> bugs) {
        bugs.put(
                "an alert is armed again at once",
                database(straight -> BentDynamoDb.items(
                        straight,
                        item -> text(item, "state").equals("fired"),
                        item -> with(item, "state", s("armed")))));
        bugs.put(
                "changes of a SKU are looked at in any order",
                (outside, ledger) -> outside.with(BentSqs.messages(
                        outside.sqs(),
                        message -> message.messageGroupId() == null
                                ? message
                                : message.toBuilder()
                                        .messageGroupId(message.messageDeduplicationId())
                                        .build())));
        bugs.put(
                "a crossing is deduplicated by its SKU",
                (outside, ledger) -> outside.with(BentSqs.messages(
                        outside.sqs(),
                        message -> message.messageGroupId() == null
                                ? message
                                : message.toBuilder()
                                        .messageDeduplicationId(message.messageGroupId())
                                        .build())));
        bugs.put(
                "an alert's state is written whatever it was",
                database(straight -> BentDynamoDb.withoutPutCondition(
                        straight,
                        condition -> condition.equals("lastVersion = :read")
                                || condition.equals("attribute_not_exists(sku)"))));
    }
}
