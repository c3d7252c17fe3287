package dev.holdfast.simulation.aws;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.PublishBatchRequest;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;

/** Topics in memory: what was published, in order. */
public final class MemorySns implements SnsClient {
    private final List<Published> published = new ArrayList<>();

    /** A message at a topic. */
    public record Published(String topic, String body) {}

    public List<Published> published() {
        return published;
    }

    @Override
    public PublishBatchResponse publishBatch(PublishBatchRequest request) {
        for (PublishBatchRequestEntry entry : request.publishBatchRequestEntries()) {
            published.add(new Published(request.topicArn(), entry.message()));
        }
        return PublishBatchResponse.builder()
                .successful(List.of())
                .failed(List.of())
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
