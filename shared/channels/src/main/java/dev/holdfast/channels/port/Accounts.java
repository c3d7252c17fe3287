package dev.holdfast.channels.port;

import dev.holdfast.channels.Account;
import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.kernel.Actor;
import java.util.List;
import java.util.Optional;

/** Driven port: accounts as their operators see them. */
public interface Accounts {
    /** The account of this name, read consistently. */
    Optional<Account> find(Actor name);

    /** All accounts, by name; reads the whole table, so it is for operators only. */
    List<Account> all();

    /**
     * Writes an account and what changed of its keys, all or nothing, where it is still at the version before; a key that
     * left is revoked for good.
     *
     * @param before its keys before; an account without keys at version 0 where it is new
     */
    CommitOutcome save(Account before, Account after);
}
