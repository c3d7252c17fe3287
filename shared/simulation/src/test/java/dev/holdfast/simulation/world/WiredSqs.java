package dev.holdfast.simulation.world;

import dev.holdfast.simulation.aws.MemorySqs;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** SQS at the other end of the wire. */
final class WiredSqs implements SqsClient {
    private final Wire wire;
    private final MemorySqs queues;

    WiredSqs(Wire wire, MemorySqs queues) {
        this.wire = wire;
        this.queues = queues;
    }

    @Override
    public SendMessageResponse sendMessage(SendMessageRequest request) {
        return wire.call(
                Call.SEND, () -> request.queueUrl() + " " + request.messageBody(), () -> queues.sendMessage(request));
    }

    @Override
    public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
        return wire.call(
                Call.SEND_BATCH,
                () -> request.queueUrl()
                        + request.entries().stream()
                                .map(SendMessageBatchRequestEntry::messageBody)
                                .collect(Collectors.joining(", ", " ", "")),
                new Wire.Remote<>() {
                    @Override
                    public SendMessageBatchResponse now() {
                        return queues.sendMessageBatch(request);
                    }

                    @Override
                    public SendMessageBatchResponse partly() {
                        int refused = wire.detail(request.entries().size());
                        List<SendMessageBatchRequestEntry> taken = request.entries().stream()
                                .filter(entry -> !entry.equals(request.entries().get(refused)))
                                .toList();
                        SendMessageBatchResponse answer = taken.isEmpty()
                                ? SendMessageBatchResponse.builder().build()
                                : queues.sendMessageBatch(
                                        request.toBuilder().entries(taken).build());
                        return answer.toBuilder()
                                .failed(BatchResultErrorEntry.builder()
                                        .id(request.entries().get(refused).id())
                                        .code("InternalError")
                                        .build())
                                .build();
                    }
                });
    }

    @Override
    public ChangeMessageVisibilityResponse changeMessageVisibility(ChangeMessageVisibilityRequest request) {
        return wire.call(
                Call.CHANGE_VISIBILITY,
                () -> request.receiptHandle() + " in " + request.visibilityTimeout() + " s",
                () -> queues.changeMessageVisibility(request));
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
