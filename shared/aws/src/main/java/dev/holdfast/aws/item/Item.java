package dev.holdfast.aws.item;

import dev.holdfast.kernel.Invariant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item that one of our functions wrote. What must be in it and is not is a broken invariant, not a null. */
public record Item(Map<String, AttributeValue> attributes) {
    /** The attribute, if it is there. */
    public Optional<AttributeValue> find(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /**
     * The attribute, which must be there.
     *
     * @throws Invariant.Broken when it is not
     */
    public AttributeValue get(String name) {
        return find(name).orElseThrow(() -> new Invariant.Broken("an item has the attribute " + name));
    }

    /** A string that must be there. */
    public String string(String name) {
        return Optional.ofNullable(get(name).s())
                .orElseThrow(() -> new Invariant.Broken("the attribute " + name + " is a string"));
    }

    /** A string that may be there. */
    public Optional<String> findString(String name) {
        return find(name).map(present -> string(name));
    }

    /** An integer that must be there. */
    public long number(String name) {
        return Long.parseLong(Optional.ofNullable(get(name).n())
                .orElseThrow(() -> new Invariant.Broken("the attribute " + name + " is a number")));
    }

    /** An integer that may be there. */
    public Optional<Long> findNumber(String name) {
        return find(name).map(present -> number(name));
    }

    /** An integer that is left out where it is zero. */
    public long numberOrZero(String name) {
        return attributes.containsKey(name) ? number(name) : 0;
    }

    /** A flag that is left out where it is false. */
    public boolean flag(String name) {
        return find(name).map(AttributeValue::bool).orElse(false);
    }

    /** A set of strings; empty where it is left out. */
    public List<String> strings(String name) {
        return find(name).map(AttributeValue::ss).orElse(List.of());
    }
}
