package dev.holdfast.inventory.port;

import dev.holdfast.inventory.JournalEntry;
import dev.holdfast.kernel.EntryId;
import java.util.Collection;
import java.util.Map;

/** Reads the journal, consistently. */
public interface Journal {
    /** Those of these entries that there are. */
    Map<EntryId, JournalEntry> read(Collection<EntryId> ids);
}
