package dev.holdfast.simulation.aws;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Exceptions as DynamoDB throws them, without stack traces, which nobody reads and which take their time. */
final class Refusals {
    private static final String FAILED = "The conditional request failed";

    private Refusals() {}

    static DynamoDbException validation(String message) {
        return (DynamoDbException) DynamoDbException.builder()
                .message(message)
                .statusCode(400)
                .writableStackTrace(false)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("ValidationException")
                        .errorMessage(message)
                        .build())
                .build();
    }

    static ConditionalCheckFailedException conditionFailed(Map<String, AttributeValue> item) {
        ConditionalCheckFailedException.Builder failed = ConditionalCheckFailedException.builder();
        if (!item.isEmpty()) {
            failed.item(item);
        }
        return failed.message(FAILED).statusCode(400).writableStackTrace(false).build();
    }

    static CancellationReason none() {
        return CancellationReason.builder().code("None").build();
    }

    static CancellationReason conditionFailedAt(Map<String, AttributeValue> item) {
        CancellationReason.Builder reason =
                CancellationReason.builder().code("ConditionalCheckFailed").message(FAILED);
        return item.isEmpty() ? reason.build() : reason.item(item).build();
    }

    static TransactionCanceledException cancelled(List<CancellationReason> reasons) {
        return TransactionCanceledException.builder()
                .cancellationReasons(reasons)
                .message("Transaction cancelled")
                .statusCode(400)
                .writableStackTrace(false)
                .build();
    }
}
