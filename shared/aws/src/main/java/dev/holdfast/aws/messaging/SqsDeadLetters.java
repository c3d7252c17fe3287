package dev.holdfast.aws.messaging;

import dev.holdfast.aws.lambda.DeadLetters;
import dev.holdfast.aws.metrics.Metric;
import dev.holdfast.aws.metrics.Metrics;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** Dead letters in a queue of their own, content unchanged, and counted; on a FIFO queue each is a group by itself. */
public final class SqsDeadLetters implements DeadLetters {
    private final SqsClient sqs;
    private final String queueUrl;
    private final Metrics metrics;

    public SqsDeadLetters(SqsClient sqs, String queueUrl, Metrics metrics) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
        this.metrics = metrics;
    }

    @Override
    public void bury(String id, String content) {
        SendMessageRequest.Builder request =
                SendMessageRequest.builder().queueUrl(queueUrl).messageBody(content);
        if (queueUrl.endsWith(".fifo")) {
            request.messageGroupId(id).messageDeduplicationId(id);
        }
        sqs.sendMessage(request.build());
        metrics.count(Metric.DEAD_LETTERS_WRITTEN, Map.of("messageId", id));
    }
}
