package dev.holdfast.local.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The queues of a system: what is on its way, and what was given up. */
public final class Queues {
    private static final String DEAD_LETTERS = "DeadLetters";
    private static final int AT_ONCE = 10;
    private static final int LOOK_SECONDS = 5;

    private final SqsClient sqs;

    public Queues(SqsClient sqs) {
        this.sqs = sqs;
    }

    /** Messages on their way, visible, in flight or delayed, in words; none when all queues are empty. */
    public List<String> moving() {
        List<String> moving = new ArrayList<>();
        for (String url : sqs.listQueues().queueUrls()) {
            if (!isDeadLetters(url)) {
                Map<QueueAttributeName, String> counts = counts(url);
                int visible = count(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)
                        + count(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);
                int inFlight = count(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
                if (visible + inFlight > 0) {
                    moving.add(visible + " messages wait in " + name(url) + " and " + inFlight + " are in flight");
                }
            }
        }
        return moving;
    }

    /** Messages per dead-letter queue that has any. */
    public SortedMap<String, Integer> deadLetters() {
        SortedMap<String, Integer> given = new TreeMap<>();
        for (String url : sqs.listQueues().queueUrls()) {
            if (isDeadLetters(url)) {
                Map<QueueAttributeName, String> counts = counts(url);
                int messages = count(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)
                        + count(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
                if (messages > 0) {
                    given.put(name(url), messages);
                }
            }
        }
        return given;
    }

    /** Messages per dead-letter queue whose body names this; they are looked at, and back after a few seconds. */
    public SortedMap<String, Integer> deadLettersNaming(String id) {
        SortedMap<String, Integer> naming = new TreeMap<>();
        for (String url : sqs.listQueues().queueUrls()) {
            if (isDeadLetters(url)) {
                List<Message> some = look(url);
                while (!some.isEmpty()) {
                    int named = (int) some.stream()
                            .filter(message -> message.body().contains(id))
                            .count();
                    if (named > 0) {
                        naming.merge(name(url), named, Integer::sum);
                    }
                    some = look(url);
                }
            }
        }
        return naming;
    }

    private List<Message> look(String url) {
        return sqs.receiveMessage(request ->
                        request.queueUrl(url).maxNumberOfMessages(AT_ONCE).visibilityTimeout(LOOK_SECONDS))
                .messages();
    }

    private Map<QueueAttributeName, String> counts(String url) {
        return sqs.getQueueAttributes(request -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                .attributes();
    }

    private static int count(Map<QueueAttributeName, String> counts, QueueAttributeName name) {
        return Integer.parseInt(counts.getOrDefault(name, "0"));
    }

    private static boolean isDeadLetters(String url) {
        return name(url).contains(DEAD_LETTERS);
    }

    private static String name(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
