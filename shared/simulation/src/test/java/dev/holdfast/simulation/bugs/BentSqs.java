package dev.holdfast.simulation.bugs;

import java.util.List;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** Queues whose callers got something wrong. */
class BentSqs implements SqsClient {
    private final SqsClient straight;

    BentSqs(SqsClient straight) {
        this.straight = straight;
    }

    /** Messages of batches, each bent by itself. */
    static SqsClient messages(SqsClient straight, UnaryOperator<SendMessageBatchRequestEntry> bent) {
        return new BentSqs(straight) {
            @Override
            public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
                return straight.sendMessageBatch(request.toBuilder()
                        .entries(request.entries().stream().map(bent).toList())
                        .build());
            }
        };
    }

    /** A caller that takes a failed send for a good one. */
    static SqsClient swallowing(SqsClient straight) {
        return new BentSqs(straight) {
            @Override
            public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
                try {
                    return straight.sendMessageBatch(request);
                } catch (SdkException swallowed) {
                    return SendMessageBatchResponse.builder().build();
                }
            }
        };
    }

    /** A caller that does not look at what of a batch was refused. */
    static SqsClient unread(SqsClient straight) {
        return new BentSqs(straight) {
            @Override
            public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
                return straight.sendMessageBatch(request).toBuilder()
                        .failed(List.<BatchResultErrorEntry>of())
                        .build();
            }
        };
    }

    /** A caller that buries what a queue does not take at once. */
    static SqsClient burying(SqsClient straight, String deadLetters) {
        return new BentSqs(straight) {
            @Override
            public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
                try {
                    return straight.sendMessageBatch(request);
                } catch (SdkException impatient) {
                    request.entries()
                            .forEach(entry -> straight.sendMessage(
                                    letter -> letter.queueUrl(deadLetters).messageBody(entry.messageBody())));
                    return SendMessageBatchResponse.builder().build();
                }
            }
        };
    }

    @Override
    public SendMessageResponse sendMessage(SendMessageRequest request) {
        return straight.sendMessage(request);
    }

    @Override
    public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
        return straight.sendMessageBatch(request);
    }

    @Override
    public ChangeMessageVisibilityResponse changeMessageVisibility(ChangeMessageVisibilityRequest request) {
        return straight.changeMessageVisibility(request);
    }

    @Override
    public String serviceName() {
        return straight.serviceName();
    }

    @Override
    public void close() {}
}
