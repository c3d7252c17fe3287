package dev.holdfast.simulation.aws;

import java.math.BigDecimal;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Attribute values as DynamoDB compares and adds them. */
final class Values {
    private Values() {}

    /** Whether they are of one type and equal; numbers by value. */
    static boolean equal(AttributeValue a, AttributeValue b) {
        if (a.n() != null && b.n() != null) {
            return a.n().equals(b.n()) || number(a).compareTo(number(b)) == 0;
        }
        return a.equals(b);
    }

    /** Whether they are of one type that has an order; only then may they be compared. */
    static boolean areComparable(AttributeValue a, AttributeValue b) {
        return (a.n() != null && b.n() != null) || (a.s() != null && b.s() != null);
    }

    static int compare(AttributeValue a, AttributeValue b) {
        return a.n() != null ? number(a).compareTo(number(b)) : a.s().compareTo(b.s());
    }

    static AttributeValue sum(AttributeValue a, AttributeValue b, int sign) {
        if (isShort(a.n()) && isShort(b.n())) {
            return AttributeValue.fromN(Long.toString(Long.parseLong(a.n()) + sign * Long.parseLong(b.n())));
        }
        BigDecimal sum = number(a).add(number(b).multiply(BigDecimal.valueOf(sign)));
        return AttributeValue.fromN(sum.stripTrailingZeros().toPlainString());
    }

    private static boolean isShort(String number) {
        return number.length() < 18 && number.indexOf('.') < 0;
    }

    private static BigDecimal number(AttributeValue value) {
        return new BigDecimal(value.n());
    }
}
