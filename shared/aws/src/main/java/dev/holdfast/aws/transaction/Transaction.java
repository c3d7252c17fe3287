package dev.holdfast.aws.transaction;

import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.kernel.Invariant;
import dev.holdfast.kernel.Limits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** One {@code TransactWriteItems}: at most 100 actions, each on an item of its own, all or none. */
public final class Transaction {
    private static final Set<String> BUSY =
            Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    private final List<TransactWriteItem> actions = new ArrayList<>();

    /** Adds an action; answers its position, by which {@link Attempt.ConditionsFailed} names it. */
    public int add(TransactWriteItem action) {
        actions.add(action);
        return actions.size() - 1;
    }

    public void addAll(List<TransactWriteItem> more) {
        actions.addAll(more);
    }

    /** What became of it. */
    public sealed interface Attempt {
        /** Written. */
        record Written() implements Attempt {}

        /** Conditions at these positions were false; the item as it is, where the action asked for it and it exists. */
        record ConditionsFailed(Map<Integer, Map<String, AttributeValue>> items) implements Attempt {}

        /** Busy or throttled; nothing is written. */
        record Contended() implements Attempt {}

        /** No answer. */
        record Unknown() implements Attempt {}

        /** The same for those who decide again from the state anyway. */
        default CommitOutcome outcome() {
            return switch (this) {
                case Written _ -> new CommitOutcome.Committed();
                case ConditionsFailed _ -> new CommitOutcome.MovedOn();
                case Contended _ -> new CommitOutcome.Contended();
                case Unknown _ -> new CommitOutcome.Unknown();
            };
        }
    }

    /**
     * Writes it. A cancelled transaction is not retried here or in the SDK: what it met must be read first.
     *
     * @throws Invariant.Broken when DynamoDB says that the transaction can never be right
     */
    public Attempt attempt(DynamoDbClient dynamoDb) {
        Invariant.check(actions.size() <= Limits.TRANSACTION_ACTIONS_MAX, "a transaction has at most 100 actions");
        try {
            dynamoDb.transactWriteItems(request -> request.transactItems(actions));
            return new Attempt.Written();
        } catch (TransactionCanceledException e) {
            return cancelled(e.cancellationReasons());
        } catch (TransactionInProgressException e) {
            return new Attempt.Unknown();
        } catch (AwsServiceException e) {
            if (e.isThrottlingException()) {
                return new Attempt.Contended();
            }
            if (e.statusCode() >= 500) {
                return new Attempt.Unknown();
            }
            throw e;
        } catch (SdkClientException e) {
            return new Attempt.Unknown();
        }
    }

    private static Attempt cancelled(List<CancellationReason> reasons) {
        Map<Integer, Map<String, AttributeValue>> failed = new HashMap<>();
        boolean busy = false;
        for (int i = 0; i < reasons.size(); i++) {
            CancellationReason reason = reasons.get(i);
            String code = String.valueOf(reason.code());
            if (code.equals("ConditionalCheckFailed")) {
                failed.put(i, reason.hasItem() ? reason.item() : Map.of());
            } else if (BUSY.contains(code)) {
                busy = true;
            } else if (!code.equals("None")) {
                // ValidationError, ItemCollectionSizeLimitExceeded and whatever comes: no retry can help.
                throw new Invariant.Broken("a transaction was refused for good: " + code);
            }
        }
        if (!failed.isEmpty()) {
            return new Attempt.ConditionsFailed(failed);
        }
        Invariant.check(busy, "a cancelled transaction has a reason");
        return new Attempt.Contended();
    }
}
