package dev.holdfast.aws.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.kernel.InvalidValue;
import java.util.List;
import java.util.function.Supplier;

/** A place in a document, where a value is read and its faults are noted. */
public final class Place {
    /** Faults noted for one document; further ones are not. */
    public static final int FAULTS_MAX = 100;

    /** Asked for only where something is wrong. */
    private final Supplier<String> pointer;

    private final List<Fault> faults;

    private Place(Supplier<String> pointer, List<Fault> faults) {
        this.pointer = pointer;
        this.faults = faults;
    }

    /** The whole document. */
    static Place root(List<Fault> faults) {
        return new Place(() -> "", faults);
    }

    /** The field of this name in the object here. */
    Place field(String name) {
        return new Place(() -> pointer.get() + "/" + name.replace("~", "~0").replace("/", "~1"), faults);
    }

    /** The element at this position, from 0, in the array here. */
    Place element(int position) {
        return new Place(() -> pointer.get() + "/" + position, faults);
    }

    /** Notes a fault of the value here. */
    void refuse(String detail) {
        if (faults.size() < FAULTS_MAX) {
            faults.add(new Fault(pointer.get(), detail));
        }
    }

    /** Reads the value here, or notes why not. */
    <T> Field<T> read(JsonNode node, Decoder<T> decoder) {
        try {
            return Field.of(decoder.decode(node, this));
        } catch (InvalidValue refused) {
            refuse(String.valueOf(refused.getMessage()));
            return Field.refused();
        } catch (Incomplete partRefused) {
            return Field.refused();
        }
    }
}
