package dev.holdfast.aws.http;

import dev.holdfast.channels.Tokens;
import java.time.Duration;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** What an exception means to the caller: to try again, or that the fault is ours. */
final class Faults {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Set<String> PASSING =
            Set.of("None", "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    private Faults() {}

    static Problem problem(RuntimeException fault) {
        return isPassing(fault) ? Problem.busy(RETRY_AFTER) : Problem.unexpected();
    }

    private static boolean isPassing(RuntimeException fault) {
        return switch (fault) {
            case TransactionCanceledException e ->
                e.hasCancellationReasons()
                        && e.cancellationReasons().stream().allMatch(reason -> PASSING.contains(reason.code()));
            case TransactionConflictException e -> true;
            case TransactionInProgressException e -> true;
            case AwsServiceException e -> e.isThrottlingException() || e.statusCode() >= 500;
            case SdkClientException e -> true;
            case Tokens.KeysAway e -> true;
            default -> false;
        };
    }
}
