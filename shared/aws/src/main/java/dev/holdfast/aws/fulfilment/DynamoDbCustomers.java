package dev.holdfast.aws.fulfilment;

import dev.holdfast.aws.ordering.OrderKeys;
import dev.holdfast.aws.ordering.PersonalDataItem;
import dev.holdfast.fulfilment.port.Customers;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.kernel.ShipmentId;
import dev.holdfast.ordering.PersonalData;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Personal data and the markers of notices, beside the order. */
public final class DynamoDbCustomers implements Customers {
    private static final String NOTIFIED = "N#";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoDbCustomers(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /** {@inheritDoc} One read unit. */
    @Override
    public Optional<PersonalData> of(OrderId order) {
        return find(OrderKeys.key(order, OrderKeys.PERSONAL)).map(PersonalDataItem::personalData);
    }

    /** {@inheritDoc} One read unit. */
    @Override
    public boolean isTold(ShipmentId shipment) {
        return find(marker(shipment)).isPresent();
    }

    /** {@inheritDoc} One write unit. */
    @Override
    public void markTold(ShipmentId shipment) {
        dynamoDb.putItem(request -> request.tableName(table).item(marker(shipment)));
    }

    private static Map<String, AttributeValue> marker(ShipmentId shipment) {
        return OrderKeys.key(shipment.order(), NOTIFIED + shipment.location());
    }

    private Optional<Map<String, AttributeValue>> find(Map<String, AttributeValue> key) {
        return Optional.of(dynamoDb.getItem(
                                request -> request.tableName(table).key(key).consistentRead(true))
                        .item())
                .filter(item -> !item.isEmpty());
    }
}
