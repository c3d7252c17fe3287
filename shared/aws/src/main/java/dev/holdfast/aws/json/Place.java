package dev.holdfast.aws.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.kernel.InvalidValue;
import java.util.List;

/** A place in a document, where a value is read and its faults are noted. */
public final class Place {
    /** Faults noted for one document; further ones are not. */
    public static final int FAULTS_MAX = 100;

    private final String pointer;
    private final List<Fault> faults;

    Place(String pointer, List<Fault> faults) {
        this.pointer = pointer;
        this.faults = faults;
    }

    /** The field of this name in the object here. */
    Place field(String name) {
        return new Place(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), faults);
    }

    /** The element at this position, from 0, in the array here. */
    Place element(int position) {
        return new Place(pointer + "/" + position, faults);
    }

    /** Notes a fault of the value here. */
    void refuse(String detail) {
        if (faults.size() < FAULTS_MAX) {
            faults.add(new Fault(pointer, detail));
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
