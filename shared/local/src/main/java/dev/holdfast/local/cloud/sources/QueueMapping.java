package dev.holdfast.local.cloud.sources;

import dev.holdfast.local.cloud.Addresses;
import dev.holdfast.local.cloud.functions.FunctionFailed;
import dev.holdfast.local.cloud.functions.LambdaFunction;
import dev.holdfast.local.cloud.template.EventSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Polls a queue and invokes a function with what comes, up to the mapping's concurrency. What the function does not
 * take stays in the queue, whose visibility time-out and redrive policy decide about it.
 */
final class QueueMapping implements Mapping {
    private static final Logger LOG = LoggerFactory.getLogger(QueueMapping.class);
    private static final int RECEIVE_MAX = 10;
    /** Short, because stopping waits for the poll: a message that it brings must not stay in flight unseen. */
    private static final int POLL_SECONDS = 1;

    private static final long PAUSE_MILLIS = 500;

    private final EventSource.Queue source;
    private final LambdaFunction function;
    private final SqsClient sqs;
    private final String queueUrl;
    private final Semaphore slots;
    private final Thread poller;
    private volatile boolean stopping;

    QueueMapping(EventSource.Queue source, LambdaFunction function, SqsClient sqs, Addresses addresses) {
        this.source = source;
        this.function = function;
        this.sqs = sqs;
        this.queueUrl = addresses.queueUrl(source.queue());
        this.slots = new Semaphore(source.maximumConcurrency());
        this.poller = Thread.ofVirtual().name("poll-" + source.queue()).unstarted(this::poll);
    }

    @Override
    public void start() {
        poller.start();
    }

    private void poll() {
        try {
            while (!stopping) {
                slots.acquire();
                List<Message> batch = receiveBatch();
                if (batch.isEmpty()) {
                    slots.release();
                } else {
                    Thread.ofVirtual().name(function.name() + "-batch").start(() -> handle(batch));
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Message> receiveBatch() throws InterruptedException {
        List<Message> batch = new ArrayList<>(receive(source.batchSize(), POLL_SECONDS));
        long windowEnd = System.nanoTime() + source.window().toNanos();
        while (!batch.isEmpty() && batch.size() < source.batchSize() && System.nanoTime() < windowEnd && !stopping) {
            batch.addAll(receive(source.batchSize() - batch.size(), POLL_SECONDS));
        }
        return batch;
    }

    private List<Message> receive(int count, int waitSeconds) throws InterruptedException {
        try {
            return sqs.receiveMessage(request -> request.queueUrl(queueUrl)
                            .maxNumberOfMessages(Math.min(count, RECEIVE_MAX))
                            .waitTimeSeconds(waitSeconds)
                            .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                            .messageAttributeNames("All"))
                    .messages();
        } catch (SdkException e) {
            LOG.error("{} cannot be read", source.queue(), e);
            Thread.sleep(PAUSE_MILLIS);
            return List.of();
        }
    }

    private void handle(List<Message> batch) {
        try {
            Set<String> failures = invoke(batch);
            delete(batch.stream()
                    .filter(message -> !failures.contains(message.messageId()))
                    .toList());
        } catch (SdkException e) {
            LOG.error("messages of {} cannot be deleted, they will come again", source.queue(), e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            slots.release();
        }
    }

    private Set<String> invoke(List<Message> batch) throws InterruptedException {
        Set<String> ids = new HashSet<>();
        batch.forEach(message -> ids.add(message.messageId()));
        try {
            byte[] response = function.invoke(QueueEvent.of(source.queue(), batch));
            return source.partialResponse() ? PartialResponse.failures(response, ids) : Set.of();
        } catch (FunctionFailed e) {
            return ids;
        }
    }

    private void delete(List<Message> messages) {
        for (int from = 0; from < messages.size(); from += RECEIVE_MAX) {
            List<DeleteMessageBatchRequestEntry> entries = new ArrayList<>();
            for (Message message : messages.subList(from, Math.min(from + RECEIVE_MAX, messages.size()))) {
                entries.add(DeleteMessageBatchRequestEntry.builder()
                        .id(String.valueOf(entries.size()))
                        .receiptHandle(message.receiptHandle())
                        .build());
            }
            sqs.deleteMessageBatch(request -> request.queueUrl(queueUrl).entries(entries));
        }
    }

    @Override
    public void stop() {
        stopping = true;
    }

    /** Waits until the poll has returned and every invocation has finished. */
    @Override
    public void awaitEnd() throws InterruptedException {
        if (poller.isAlive()) {
            poller.join();
        }
        slots.acquire(source.maximumConcurrency());
    }
}
