package dev.holdfast.simulation.queues;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** ElasticMQ, which answers in local mode. */
class ElasticMqTest extends SqsContract {
    private static final int LATER_SECONDS = 2;

    private static final ElasticMq SERVER = ElasticMq.start();

    private final SqsClient client = SERVER.client();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Override
    SqsClient sqs() {
        return client;
    }

    @Override
    String queue(String name, Optional<String> deadLetters) {
        Map<QueueAttributeName, String> attributes = new HashMap<>();
        attributes.put(QueueAttributeName.VISIBILITY_TIMEOUT, "1");
        if (name.endsWith(".fifo")) {
            attributes.put(QueueAttributeName.FIFO_QUEUE, "true");
        }
        deadLetters.ifPresent(url -> attributes.put(
                QueueAttributeName.REDRIVE_POLICY,
                "{\"maxReceiveCount\":2,\"deadLetterTargetArn\":\"" + arn(url) + "\"}"));
        return client.createQueue(create -> create.queueName(name).attributes(attributes))
                .queueUrl();
    }

    private String arn(String url) {
        return client.getQueueAttributes(get -> get.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .getOrDefault(QueueAttributeName.QUEUE_ARN, "");
    }

    /** Its own long poll waits. */
    @Override
    List<Message> later(String url) {
        return client.receiveMessage(receive -> receive.queueUrl(url)
                        .maxNumberOfMessages(10)
                        .waitTimeSeconds(LATER_SECONDS)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
    }
}
