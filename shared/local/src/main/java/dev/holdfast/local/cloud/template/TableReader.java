package dev.holdfast.local.cloud.template;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;

/** Reads {@code AWS::DynamoDB::Table}. */
final class TableReader {
    private TableReader() {}

    static TableSpec read(String name, Section properties) {
        CreateTableRequest.Builder request = CreateTableRequest.builder()
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(properties.sections("AttributeDefinitions").stream()
                        .map(TableReader::attribute)
                        .toList())
                .keySchema(keys(properties));
        List<GlobalSecondaryIndex> indexes = properties.sections("GlobalSecondaryIndexes").stream()
                .map(TableReader::index)
                .toList();
        if (!indexes.isEmpty()) {
            request.globalSecondaryIndexes(indexes);
        }
        if (properties.has("StreamSpecification")) {
            Section stream = properties.section("StreamSpecification");
            request.streamSpecification(StreamSpecification.builder()
                    .streamEnabled(true)
                    .streamViewType(stream.text("StreamViewType"))
                    .build());
            stream.refuseTheRest();
        }
        String timeToLive = timeToLiveAttribute(properties);
        properties.refuseTheRest(
                "BillingMode",
                "PointInTimeRecoverySpecification",
                "SSESpecification",
                "ResourcePolicy",
                "DeletionProtectionEnabled",
                "Tags",
                "OnDemandThroughput",
                "WarmThroughput",
                "ContributorInsightsSpecification");
        return new TableSpec(request.build(), timeToLive);
    }

    private static AttributeDefinition attribute(Section section) {
        AttributeDefinition attribute = AttributeDefinition.builder()
                .attributeName(section.text("AttributeName"))
                .attributeType(section.text("AttributeType"))
                .build();
        section.refuseTheRest();
        return attribute;
    }

    private static List<KeySchemaElement> keys(Section properties) {
        return properties.sections("KeySchema").stream()
                .map(section -> {
                    KeySchemaElement key = KeySchemaElement.builder()
                            .attributeName(section.text("AttributeName"))
                            .keyType(section.text("KeyType"))
                            .build();
                    section.refuseTheRest();
                    return key;
                })
                .toList();
    }

    private static GlobalSecondaryIndex index(Section section) {
        Section projection = section.section("Projection");
        Projection.Builder projected = Projection.builder().projectionType(projection.text("ProjectionType"));
        List<String> attributes = projection.texts("NonKeyAttributes");
        if (!attributes.isEmpty()) {
            projected.nonKeyAttributes(attributes);
        }
        projection.refuseTheRest();
        GlobalSecondaryIndex index = GlobalSecondaryIndex.builder()
                .indexName(section.text("IndexName"))
                .keySchema(keys(section))
                .projection(projected.build())
                .build();
        section.refuseTheRest("OnDemandThroughput", "WarmThroughput", "ContributorInsightsSpecification");
        return index;
    }

    private static @Nullable String timeToLiveAttribute(Section properties) {
        if (!properties.has("TimeToLiveSpecification")) {
            return null;
        }
        Section section = properties.section("TimeToLiveSpecification");
        String attribute = section.flag("Enabled") ? section.text("AttributeName") : null;
        section.refuseTheRest("AttributeName");
        return attribute;
    }
}
