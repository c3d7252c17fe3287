package dev.holdfast.aws.messaging;

import dev.holdfast.aws.lambda.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Gives a message back to its queue for one or two seconds instead of the whole visibility time. */
public final class EarlyReturn {
    private static final Logger LOG = LoggerFactory.getLogger(EarlyReturn.class);
    private static final int SECONDS_MAX = 2;

    private final SqsClient sqs;
    private final String queueUrl;
    private final RandomGenerator random;

    public EarlyReturn(SqsClient sqs, String queueUrl, RandomGenerator random) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
        this.random = random;
    }

    /** The ids of these messages. Where shortening fails, a message comes again later. */
    public <T> Set<String> of(List<Message<T>> failed) {
        Set<String> ids = new HashSet<>();
        for (Message<T> message : failed) {
            ids.add(message.id());
            try {
                sqs.changeMessageVisibility(request -> request.queueUrl(queueUrl)
                        .receiptHandle(message.receiptHandle())
                        .visibilityTimeout(1 + random.nextInt(SECONDS_MAX)));
            } catch (SdkException e) {
                LOG.warn("a message could not be given back early", e);
            }
        }
        return ids;
    }
}
