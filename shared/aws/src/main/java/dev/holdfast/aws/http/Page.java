package dev.holdfast.aws.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Which part of a list is asked for.
 *
 * @param limit entries of the page
 * @param cursor where it goes on; what a function put into it, and not secret: check what comes back
 */
public record Page(int limit, Optional<String> cursor) {
    /** Writes {@code next} where the list goes on; to the caller the cursor is opaque. */
    public static void next(ObjectNode list, Optional<String> cursor) {
        cursor.ifPresent(place -> list.put("next", encode(place)));
    }

    private static String encode(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Refusal when it is no cursor of ours */
    static String decode(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw badCursor();
        }
    }

    /** What a function throws when the place in a cursor makes no sense to it. */
    public static Refusal badCursor() {
        return Request.badParameter("cursor", "must be the 'next' of a page of this list");
    }
}
