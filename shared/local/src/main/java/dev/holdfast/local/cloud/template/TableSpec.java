package dev.holdfast.local.cloud.template;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/** A table as the template declares it. */
public record TableSpec(
        CreateTableRequest request, @Nullable String timeToLiveAttribute) {
    public String name() {
        return request.tableName();
    }

    public boolean hasStream() {
        return request.streamSpecification() != null;
    }
}
