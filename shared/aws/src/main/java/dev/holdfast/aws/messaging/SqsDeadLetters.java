package dev.holdfast.aws.messaging;

import dev.holdfast.aws.lambda.DeadLetters;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** Dead letters in a queue of their own, content unchanged; on a FIFO queue each is a group by itself. */
public final class SqsDeadLetters implements DeadLetters {
    private final SqsClient sqs;
    private final String queueUrl;

    public SqsDeadLetters(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    @Override
    public void bury(String id, String content) {
        SendMessageRequest.Builder request =
                SendMessageRequest.builder().queueUrl(queueUrl).messageBody(content);
        if (queueUrl.endsWith(".fifo")) {
            request.messageGroupId(id).messageDeduplicationId(id);
        }
        sqs.sendMessage(request.build());
    }
}
