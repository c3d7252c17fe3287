package dev.holdfast.simulation.wire;

import java.util.EnumSet;
import java.util.Set;

/** What goes wrong with one call, as the network or the service shows it to the SDK. */
enum Trouble {
    LOST("it takes effect, and the connection breaks", 1),
    LOST_FOR_GOOD("it takes effect, and the connection breaks, each time", Trouble.ALL_ATTEMPTS),
    FAILED("it takes effect, and the answer is 500", 1),
    FAILED_FOR_GOOD("it takes effect, and the answer is 500, each time", Trouble.ALL_ATTEMPTS),
    THROTTLED("it is throttled", 1),
    THROTTLED_FOR_GOOD("it is throttled each time", Trouble.ALL_ATTEMPTS),
    IN_PROGRESS("it takes effect, and the answer is that it is in progress", 1),
    IN_PROGRESS_FOR_GOOD("it takes effect, and the answer is that it is in progress, each time", Trouble.ALL_ATTEMPTS),
    CONFLICT("it conflicts with another transaction", 1),
    PARTIAL("the page ends early, or a part of the batch is left", 1);

    private static final int ALL_ATTEMPTS = 3;

    private final String words;
    private final int attempts;

    Trouble(String words, int attempts) {
        this.words = words;
        this.attempts = attempts;
    }

    /** How many attempts of the SDK, from the first, it lasts. */
    int attempts() {
        return attempts;
    }

    /** What can happen to an operation; a read that is never answered is the same for whatever reason. */
    static Set<Trouble> of(String operation) {
        Set<Trouble> all = EnumSet.of(LOST, LOST_FOR_GOOD, FAILED, THROTTLED);
        all.addAll(
                switch (operation) {
                    case "TransactWriteItems" ->
                        EnumSet.of(FAILED_FOR_GOOD, THROTTLED_FOR_GOOD, IN_PROGRESS, IN_PROGRESS_FOR_GOOD, CONFLICT);
                    case "PutItem" -> EnumSet.of(FAILED_FOR_GOOD, THROTTLED_FOR_GOOD, CONFLICT);
                    case "BatchWriteItem" -> EnumSet.of(FAILED_FOR_GOOD, THROTTLED_FOR_GOOD, PARTIAL);
                    case "BatchGetItem", "Query" -> EnumSet.of(PARTIAL);
                    default -> EnumSet.noneOf(Trouble.class);
                });
        return all;
    }

    @Override
    public String toString() {
        return words;
    }
}
