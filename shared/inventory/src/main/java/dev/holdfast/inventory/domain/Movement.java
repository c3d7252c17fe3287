package dev.holdfast.inventory.domain;

import dev.holdfast.inventory.JournalEntry;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.EntryId;
import dev.holdfast.kernel.LocationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why a SKU stands as it does: what one journal entry moved at one location.
 *
 * @param version of the stock after it
 * @param location empty where only counts of the whole SKU moved
 * @param causes the documents that it served, each with its part of the changes
 */
public record Movement(
        long version,
        EntryId entryId,
        Instant at,
        JournalEntry.Kind kind,
        Optional<LocationId> location,
        Moves changes,
        List<Part> causes,
        Actor actor,
        Optional<String> reason) {
    public Movement {
        causes = List.copyOf(causes);
    }

    /** One document's part. */
    public record Part(JournalEntry.Cause cause, Moves changes) {}
}
