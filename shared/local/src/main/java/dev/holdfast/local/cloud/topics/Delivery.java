package dev.holdfast.local.cloud.topics;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.local.cloud.Addresses;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Brings a publication to one subscriber: a queue, an HTTP server; an e-mail is only kept. */
final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration HTTP_TIMEOUT = Duration.ofSeconds(15);

    private final SqsClient sqs;
    private final Addresses addresses;
    private final HttpClient http = HttpClient.newHttpClient();

    Delivery(SqsClient sqs, Addresses addresses) {
        this.sqs = sqs;
        this.addresses = addresses;
    }

    void deliver(Publication publication, Subscription subscription) {
        switch (subscription.protocol()) {
            case "sqs" -> toQueue(publication, subscription);
            case "http", "https" -> toServer(publication, subscription);
            default -> {} // Readable where everything published is.
        }
    }

    private void toQueue(Publication publication, Subscription subscription) {
        String queue = Addresses.queueName(subscription.endpoint());
        sqs.sendMessage(request -> {
            request.queueUrl(addresses.queueUrl(queue));
            if (subscription.isRaw()) {
                request.messageBody(publication.message()).messageAttributes(attributes(publication));
            } else {
                request.messageBody(notification(publication));
            }
            if (queue.endsWith(".fifo")) {
                request.messageGroupId(publication.topicArn()).messageDeduplicationId(publication.messageId());
            }
        });
    }

    private static Map<String, MessageAttributeValue> attributes(Publication publication) {
        Map<String, MessageAttributeValue> values = new HashMap<>();
        publication.attributes().forEach((name, attribute) -> {
            MessageAttributeValue.Builder value =
                    MessageAttributeValue.builder().dataType(attribute.type());
            if (attribute.type().startsWith("Binary")) {
                value.binaryValue(
                        SdkBytes.fromByteArray(java.util.Base64.getDecoder().decode(attribute.value())));
            } else {
                value.stringValue(attribute.value());
            }
            values.put(name, value.build());
        });
        return values;
    }

    private void toServer(Publication publication, Subscription subscription) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(subscription.endpoint()))
                .timeout(HTTP_TIMEOUT)
                .header("Content-Type", "text/plain; charset=UTF-8")
                .header("x-amz-sns-message-type", "Notification")
                .header("x-amz-sns-message-id", publication.messageId())
                .header("x-amz-sns-topic-arn", publication.topicArn())
                .header("x-amz-sns-subscription-arn", subscription.arn())
                .POST(HttpRequest.BodyPublishers.ofString(
                        subscription.isRaw() ? publication.message() : notification(publication)))
                .build();
        var _ = http.sendAsync(request, HttpResponse.BodyHandlers.discarding()).whenComplete((response, failure) -> {
            if (failure != null || response.statusCode() >= 300) {
                LOG.warn("{} did not take message {}", subscription.endpoint(), publication.messageId(), failure);
            }
        });
    }

    private String notification(Publication publication) {
        ObjectNode json = JSON.createObjectNode()
                .put("Type", "Notification")
                .put("MessageId", publication.messageId())
                .put("TopicArn", publication.topicArn());
        if (publication.subject() != null) {
            json.put("Subject", publication.subject());
        }
        json.put("Message", publication.message())
                .put("Timestamp", publication.timestamp())
                .put("SignatureVersion", "1")
                .put("Signature", "none-in-local-mode")
                .put("SigningCertURL", addresses.awsUrl() + "/none")
                .put("UnsubscribeURL", addresses.awsUrl() + "/?Action=Unsubscribe");
        if (!publication.attributes().isEmpty()) {
            ObjectNode attributes = json.putObject("MessageAttributes");
            publication
                    .attributes()
                    .forEach((name, attribute) -> attributes
                            .putObject(name)
                            .put("Type", attribute.type())
                            .put("Value", attribute.value()));
        }
        return json.toString();
    }
}
