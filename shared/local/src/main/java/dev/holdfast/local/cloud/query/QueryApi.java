package dev.holdfast.local.cloud.query;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A service of the Query protocol. */
public interface QueryApi {
    /** The XML name space of its answers. */
    String namespace();

    /**
     * Does what the call asks and returns its result: texts, maps (elements by name) and lists ({@code member}
     * elements). Null where the action has no result.
     *
     * @throws QueryFault when it refuses
     */
    @Nullable
    Map<String, ?> answer(QueryCall call);
}
