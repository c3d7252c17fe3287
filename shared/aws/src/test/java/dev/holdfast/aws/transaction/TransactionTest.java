package dev.holdfast.aws.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.kernel.Invariant;
import dev.holdfast.kernel.Limits;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

class TransactionTest {
    private static final Map<String, AttributeValue> OLD = Map.of("entryId", AttributeValue.fromS("jrn_1"));

    /** A store that answers every write with this exception. */
    private record Failing(RuntimeException answer) implements DynamoDbClient {
        @Override
        public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            throw answer;
        }

        @Override
        public PutItemResponse putItem(PutItemRequest request) {
            throw answer;
        }

        @Override
        public String serviceName() {
            return "dynamodb";
        }

        @Override
        public void close() {}
    }

    private static CancellationReason reason(String code) {
        return CancellationReason.builder().code(code).build();
    }

    private static Transaction.Attempt attempt(RuntimeException answer) {
        return new Transaction().attempt(new Failing(answer));
    }

    private static Transaction.Attempt cancelled(CancellationReason... reasons) {
        return attempt(TransactionCanceledException.builder()
                .cancellationReasons(reasons)
                .build());
    }

    private static RuntimeException status(int status, String code) {
        return DynamoDbException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
    }

    @Test
    void false_conditions_are_named_by_their_position_with_the_item_that_is_there() {
        CancellationReason withItem = CancellationReason.builder()
                .code("ConditionalCheckFailed")
                .item(OLD)
                .build();
        assertThat(cancelled(withItem, reason("None"), reason("ConditionalCheckFailed")))
                .isEqualTo(new Transaction.Attempt.ConditionsFailed(Map.of(0, OLD, 2, Map.of())));
    }

    @Test
    void a_false_condition_counts_more_than_a_busy_item() {
        assertThat(cancelled(reason("TransactionConflict"), reason("ConditionalCheckFailed")))
                .isEqualTo(new Transaction.Attempt.ConditionsFailed(Map.of(1, Map.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"})
    void a_busy_item_is_contention(String code) {
        assertThat(cancelled(reason("None"), reason(code))).isEqualTo(new Transaction.Attempt.Contended());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ValidationError", "ItemCollectionSizeLimitExceeded", "SomethingNew"})
    void what_can_never_be_right_is_our_own_fault(String code) {
        assertThatThrownBy(() -> cancelled(reason("ConditionalCheckFailed"), reason(code)))
                .isInstanceOf(Invariant.Broken.class);
    }

    @Test
    void a_cancellation_without_a_reason_is_our_own_fault() {
        assertThatThrownBy(() -> cancelled(reason("None"))).isInstanceOf(Invariant.Broken.class);
    }

    @Test
    void an_answer_that_does_not_come_is_unknown() {
        assertThat(attempt(SdkClientException.create("timed out"))).isEqualTo(new Transaction.Attempt.Unknown());
        assertThat(attempt(TransactionInProgressException.builder().build()))
                .isEqualTo(new Transaction.Attempt.Unknown());
        assertThat(attempt(status(500, "InternalServerError"))).isEqualTo(new Transaction.Attempt.Unknown());
    }

    @Test
    void a_throttled_call_is_contention_and_a_wrong_one_our_own_fault() {
        assertThat(attempt(status(400, "ThrottlingException"))).isEqualTo(new Transaction.Attempt.Contended());
        assertThatThrownBy(() -> attempt(status(400, "ValidationException"))).isInstanceOf(DynamoDbException.class);
    }

    @Test
    void a_transaction_of_a_hundred_and_one_actions_is_not_sent() {
        Transaction transaction = new Transaction();
        TransactWriteItem[] actions = new TransactWriteItem[Limits.TRANSACTION_ACTIONS_MAX + 1];
        Arrays.setAll(actions, i -> TransactWriteItem.builder().build());
        transaction.addAll(Arrays.asList(actions));
        assertThatThrownBy(() -> transaction.attempt(new Failing(SdkClientException.create("sent"))))
                .isInstanceOf(Invariant.Broken.class);
    }

    @Test
    void a_put_answers_likewise() {
        assertThat(put(ConditionalCheckFailedException.builder().build())).isEqualTo(new CommitOutcome.MovedOn());
        assertThat(put(TransactionConflictException.builder().build())).isEqualTo(new CommitOutcome.Contended());
        assertThat(put(status(400, "ThrottlingException"))).isEqualTo(new CommitOutcome.Contended());
        assertThat(put(status(503, "ServiceUnavailable"))).isEqualTo(new CommitOutcome.Unknown());
        assertThat(put(SdkClientException.create("timed out"))).isEqualTo(new CommitOutcome.Unknown());
        assertThatThrownBy(() -> put(status(400, "ValidationException"))).isInstanceOf(DynamoDbException.class);
    }

    private static CommitOutcome put(RuntimeException answer) {
        return ConditionalPut.attempt(new Failing(answer), put -> put.tableName("StockTable"));
    }
}
