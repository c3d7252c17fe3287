package dev.holdfast.inventory.port;

import dev.holdfast.inventory.JournalEntry;
import dev.holdfast.inventory.StockChange;
import dev.holdfast.kernel.EntryId;
import dev.holdfast.kernel.Fingerprint;
import dev.holdfast.kernel.Sku;
import java.util.Optional;
import java.util.Set;

/** Commits what the warehouse books, stock and journal entry together or not at all. */
public interface Bookings {
    /** Moves the counters and appends the entry with the content's fingerprint. */
    Outcome commit(StockChange change, Fingerprint content);

    /** The entry of this id, if it was appended. */
    Optional<Recorded> find(EntryId id);

    /** An entry that stands in the journal, and the content that it was asked for with. */
    record Recorded(JournalEntry entry, Fingerprint content) {}

    /** What became of a commit. */
    sealed interface Outcome {
        /** All of it is written. */
        record Committed() implements Outcome {}

        /** There is an entry of this id; nothing more is written. */
        record Exists(Recorded recorded) implements Outcome {}

        /** These SKUs are unknown or have too few units; nothing is written. */
        record Refused(Set<Sku> skus) implements Outcome {}

        /** The store was busy; nothing is written. */
        record Contended() implements Outcome {}

        /** No answer came: it may be written or not. */
        record Unknown() implements Outcome {}
    }
}
