package dev.holdfast.simulation.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.EmptyBatchRequestException;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;
import software.amazon.awssdk.services.sqs.model.TooManyEntriesInBatchRequestException;

/** SQS in memory, as far as we use it; {@code SqsContract} holds it and ElasticMQ to the same. */
public final class MemorySqs implements SqsClient {
    private static final int BATCH_MAX = 10;
    private static final int BYTES_MAX = 1_048_576;
    private static final int NAME_MAX = 128;
    private static final String INVALID = "InvalidParameterValue";

    private final LongSupplier nowMillis;
    private final Map<String, MemoryQueue> queues = new HashMap<>();
    private Consumer<MemoryQueue> arrival = queue -> {};

    public MemorySqs(LongSupplier nowMillis) {
        this.nowMillis = nowMillis;
    }

    /** Adds a queue, under its URL. */
    public MemoryQueue add(MemoryQueue queue) {
        queues.put(queue.url(), queue);
        return queue;
    }

    /** Tells this one of every message that comes, or comes back earlier. */
    public void onArrival(Consumer<MemoryQueue> listener) {
        arrival = listener;
    }

    private MemoryQueue queue(String url) {
        return Optional.ofNullable(queues.get(url))
                .orElseThrow(() -> refused(
                        QueueDoesNotExistException.builder(),
                        "AWS.SimpleQueueService.NonExistentQueue",
                        "The specified queue does not exist."));
    }

    private static SqsException refused(SqsException.Builder refusal, String code, String message) {
        return (SqsException) refusal.statusCode(400)
                .writableStackTrace(false)
                .message(message)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }

    /** What SQS has against a message, if anything. */
    private static Optional<String> fault(String body, @Nullable String group, @Nullable String deduplicationId) {
        if (body.length() > BYTES_MAX) {
            return Optional.of("One or more parameters are invalid. Reason: Message must be shorter than 1 MiB.");
        }
        return isName(group) && isName(deduplicationId)
                ? Optional.empty()
                : Optional.of("Value for parameter can only include alphanumeric and punctuation characters.");
    }

    private static boolean isName(@Nullable String id) {
        return id == null || (id.length() <= NAME_MAX && id.chars().allMatch(c -> c > ' ' && c <= '~'));
    }

    @Override
    public SendMessageResponse sendMessage(SendMessageRequest request) {
        MemoryQueue queue = queue(request.queueUrl());
        fault(request.messageBody(), request.messageGroupId(), request.messageDeduplicationId())
                .ifPresent(fault -> {
                    throw refused(SqsException.builder(), INVALID, fault);
                });
        String id = queue.send(
                new MemoryQueue.Sent(
                        request.messageBody(),
                        request.messageGroupId(),
                        request.messageDeduplicationId(),
                        millis(request.delaySeconds())),
                nowMillis.getAsLong());
        arrival.accept(queue);
        return SendMessageResponse.builder().messageId(id).build();
    }

    @Override
    public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
        MemoryQueue queue = queue(request.queueUrl());
        if (request.entries().isEmpty()) {
            throw refused(
                    EmptyBatchRequestException.builder(),
                    "AWS.SimpleQueueService.EmptyBatchRequest",
                    "There should be at least one entry in the batch.");
        }
        if (request.entries().size() > BATCH_MAX) {
            throw refused(
                    TooManyEntriesInBatchRequestException.builder(),
                    "AWS.SimpleQueueService.TooManyEntriesInBatchRequest",
                    "A batch has 1 to 10 entries.");
        }
        List<SendMessageBatchResultEntry> successful = new ArrayList<>();
        List<BatchResultErrorEntry> failed = new ArrayList<>();
        for (SendMessageBatchRequestEntry entry : request.entries()) {
            Optional<String> fault = fault(entry.messageBody(), entry.messageGroupId(), entry.messageDeduplicationId());
            if (fault.isPresent()) {
                failed.add(BatchResultErrorEntry.builder()
                        .id(entry.id())
                        .code(INVALID)
                        .message(fault.get())
                        .senderFault(true)
                        .build());
                continue;
            }
            String id = queue.send(
                    new MemoryQueue.Sent(
                            entry.messageBody(),
                            entry.messageGroupId(),
                            entry.messageDeduplicationId(),
                            millis(entry.delaySeconds())),
                    nowMillis.getAsLong());
            successful.add(SendMessageBatchResultEntry.builder()
                    .id(entry.id())
                    .messageId(id)
                    .build());
        }
        arrival.accept(queue);
        return SendMessageBatchResponse.builder()
                .successful(successful)
                .failed(failed)
                .build();
    }

    private static long millis(Integer seconds) {
        return seconds == null ? 0 : seconds * 1_000L;
    }

    @Override
    public ChangeMessageVisibilityResponse changeMessageVisibility(ChangeMessageVisibilityRequest request) {
        MemoryQueue queue = queue(request.queueUrl());
        queue.hide(request.receiptHandle(), request.visibilityTimeout() * 1_000L, nowMillis.getAsLong());
        arrival.accept(queue);
        return ChangeMessageVisibilityResponse.builder().build();
    }

    @Override
    public ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
        int most = request.maxNumberOfMessages() == null ? 1 : request.maxNumberOfMessages();
        List<Message> messages = queue(request.queueUrl()).receive(most, nowMillis.getAsLong(), size -> 0).stream()
                .map(received -> Message.builder()
                        .messageId(received.id())
                        .receiptHandle(received.receipt())
                        .body(received.body())
                        .attributes(attributes(received))
                        .build())
                .toList();
        return ReceiveMessageResponse.builder().messages(messages).build();
    }

    private static Map<MessageSystemAttributeName, String> attributes(MemoryQueue.Received received) {
        String receives = Integer.toString(received.receives());
        return received.group() == null
                ? Map.of(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, receives)
                : Map.of(
                        MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT,
                        receives,
                        MessageSystemAttributeName.MESSAGE_GROUP_ID,
                        received.group());
    }

    @Override
    public DeleteMessageResponse deleteMessage(DeleteMessageRequest request) {
        queue(request.queueUrl()).delete(request.receiptHandle());
        return DeleteMessageResponse.builder().build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
