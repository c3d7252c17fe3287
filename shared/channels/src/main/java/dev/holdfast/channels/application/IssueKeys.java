package dev.holdfast.channels.application;

import dev.holdfast.channels.AccessKey;
import dev.holdfast.channels.Account;
import dev.holdfast.channels.Principal;
import dev.holdfast.channels.port.Accounts;
import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.Invariant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Opens accounts, and makes and revokes their keys. What was done before is found done: an answer that got lost is looked
 * up, and no second key is made for it.
 */
public final class IssueKeys {
    private static final int ATTEMPTS_MAX = 5;

    private final Accounts accounts;
    private final RandomGenerator random;

    /** @param random where keys come from: a strong source */
    public IssueKeys(Accounts accounts, RandomGenerator random) {
        this.accounts = accounts;
        this.random = random;
    }

    /** How it ended. */
    public sealed interface Outcome {
        /** This key is live now. */
        record Made(AccessKey key) implements Outcome {}

        /** This key is live no longer; within {@code Access.REMEMBERED} no function takes it. */
        record Revoked() implements Outcome {}

        /** There is an account of this name, and it is not new. */
        record NameTaken() implements Outcome {}

        record NoSuchAccount() implements Outcome {}

        /** The account has no such live key. */
        record NoSuchKey() implements Outcome {}

        /** Two keys are live: revoke one first. */
        record NoRoom() implements Outcome {}
    }

    /** Opens an account with its first key. */
    public Outcome open(Principal principal, Instant now) {
        AccessKey key = AccessKey.from(random);
        return decide(principal.name(), found -> {
            if (found.isEmpty()) {
                return new Step.Save(new Account(principal, List.of(), 0), withKey(key, now));
            }
            return new Step.End(found.get().holds(key.hash()) ? new Outcome.Made(key) : new Outcome.NameTaken());
        });
    }

    /** Makes a second key beside the one that works. */
    public Outcome rotate(Actor name, Instant now) {
        AccessKey key = AccessKey.from(random);
        return decide(name, found -> {
            if (found.isEmpty()) {
                return new Step.End(new Outcome.NoSuchAccount());
            }
            if (found.get().holds(key.hash())) {
                return new Step.End(new Outcome.Made(key));
            }
            return found.get().hasRoom()
                    ? new Step.Save(found.get(), withKey(key, now))
                    : new Step.End(new Outcome.NoRoom());
        });
    }

    /** Revokes the live key of this id. */
    public Outcome revoke(Actor name, String keyId) {
        boolean[] tried = {false};
        return decide(name, found -> {
            if (found.isEmpty()) {
                return new Step.End(new Outcome.NoSuchAccount());
            }
            Optional<Account.LiveKey> key = found.get().key(keyId);
            if (key.isEmpty()) {
                return new Step.End(tried[0] ? new Outcome.Revoked() : new Outcome.NoSuchKey());
            }
            tried[0] = true;
            return new Step.Save(found.get(), account -> account.without(key.get()));
        });
    }

    private static Function<Account, Account> withKey(AccessKey key, Instant now) {
        return account -> account.with(new Account.LiveKey(key.hash(), now));
    }

    /** What to do with the account as it stands. */
    private sealed interface Step {
        record Save(Account before, Function<Account, Account> change) implements Step {}

        record End(Outcome outcome) implements Step {}
    }

    /** Each commit is followed by another look: whether it was written is seen, never concluded. */
    private Outcome decide(Actor name, Function<Optional<Account>, Step> decision) {
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            switch (decision.apply(accounts.find(name))) {
                case Step.End(Outcome outcome) -> {
                    return outcome;
                }
                case Step.Save(Account before, Function<Account, Account> change) -> {
                    CommitOutcome _ = accounts.save(before, change.apply(before));
                }
            }
        }
        throw new Invariant.Broken("the accounts' table takes no change");
    }
}
