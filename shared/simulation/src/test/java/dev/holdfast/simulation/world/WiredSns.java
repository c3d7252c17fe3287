package dev.holdfast.simulation.world;

import dev.holdfast.simulation.aws.MemorySns;
import java.util.List;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchRequest;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;

/** SNS at the other end of the wire. */
final class WiredSns implements SnsClient {
    private final Wire wire;
    private final MemorySns topics;

    WiredSns(Wire wire, MemorySns topics) {
        this.wire = wire;
        this.topics = topics;
    }

    @Override
    public PublishBatchResponse publishBatch(PublishBatchRequest request) {
        return wire.call(
                Call.PUBLISH_BATCH,
                () -> request.topicArn() + " "
                        + request.publishBatchRequestEntries().size() + " events",
                new Wire.Remote<>() {
                    @Override
                    public PublishBatchResponse now() {
                        return topics.publishBatch(request);
                    }

                    @Override
                    public PublishBatchResponse partly() {
                        List<PublishBatchRequestEntry> all = request.publishBatchRequestEntries();
                        int refused = wire.detail(all.size());
                        List<PublishBatchRequestEntry> taken = all.stream()
                                .filter(entry -> !entry.equals(all.get(refused)))
                                .toList();
                        return topics
                                .publishBatch(request.toBuilder()
                                        .publishBatchRequestEntries(taken)
                                        .build())
                                .toBuilder()
                                .failed(BatchResultErrorEntry.builder()
                                        .id(all.get(refused).id())
                                        .code("InternalError")
                                        .build())
                                .build();
                    }
                });
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
