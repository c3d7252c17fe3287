package dev.holdfast.aws.transaction;

import dev.holdfast.inventory.CommitOutcome;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** One conditional {@code PutItem}, its answer as a value. */
public final class ConditionalPut {
    private ConditionalPut() {}

    /** Writes it; the SDK may repeat it, so a false condition can also mean that it was written a moment ago. */
    public static CommitOutcome attempt(DynamoDbClient dynamoDb, Consumer<PutItemRequest.Builder> put) {
        try {
            dynamoDb.putItem(put);
            return new CommitOutcome.Committed();
        } catch (ConditionalCheckFailedException e) {
            return new CommitOutcome.MovedOn();
        } catch (TransactionConflictException e) {
            return new CommitOutcome.Contended();
        } catch (AwsServiceException e) {
            if (e.isThrottlingException()) {
                return new CommitOutcome.Contended();
            }
            if (e.statusCode() >= 500) {
                return new CommitOutcome.Unknown();
            }
            throw e;
        } catch (SdkClientException e) {
            return new CommitOutcome.Unknown();
        }
    }
}
