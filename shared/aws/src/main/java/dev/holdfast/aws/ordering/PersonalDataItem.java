package dev.holdfast.aws.ordering;

import dev.holdfast.aws.item.Item;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.ordering.PersonalData;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Who ordered, as an item of its own, so that it can be erased while the rest stays provable. */
public final class PersonalDataItem {
    private static final String REFERENCE = "customerReference";
    private static final String NAME = "name";
    private static final String EMAIL = "email";
    private static final String LINES = "addressLines";
    private static final String CITY = "city";
    private static final String POSTAL_CODE = "postalCode";
    private static final String COUNTRY = "country";

    private PersonalDataItem() {}

    static Map<String, AttributeValue> of(OrderId id, PersonalData data) {
        Map<String, AttributeValue> item = new HashMap<>(OrderKeys.key(id, OrderKeys.PERSONAL));
        item.put(REFERENCE, AttributeValue.fromS(data.customerReference()));
        data.name().ifPresent(name -> item.put(NAME, AttributeValue.fromS(name)));
        data.email().ifPresent(email -> item.put(EMAIL, AttributeValue.fromS(email)));
        item.put(
                LINES,
                AttributeValue.fromL(data.address().lines().stream()
                        .map(AttributeValue::fromS)
                        .toList()));
        item.put(CITY, AttributeValue.fromS(data.address().city()));
        item.put(POSTAL_CODE, AttributeValue.fromS(data.address().postalCode()));
        item.put(COUNTRY, AttributeValue.fromS(data.address().country()));
        return item;
    }

    /** The personal data that this item holds. */
    public static PersonalData personalData(Map<String, AttributeValue> attributes) {
        Item item = new Item(attributes);
        return new PersonalData(
                item.string(REFERENCE),
                item.findString(NAME),
                item.findString(EMAIL),
                new PersonalData.ShippingAddress(
                        item.get(LINES).l().stream().map(AttributeValue::s).toList(),
                        item.string(CITY),
                        item.string(POSTAL_CODE),
                        item.string(COUNTRY)));
    }
}
