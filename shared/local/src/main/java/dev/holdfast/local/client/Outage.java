package dev.holdfast.local.client;

import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * What all callers know together of whether the system answers. Whoever meets a failure first says so; whoever gets an
 * answer first says that it is over.
 */
final class Outage {
    private final Duration patience;
    private final InstantSource clock;
    private final Consumer<String> say;
    private OptionalLong sinceMillis = OptionalLong.empty();

    /** @param patience how long an outage may last */
    Outage(Duration patience, InstantSource clock, Consumer<String> say) {
        this.patience = patience;
        this.clock = clock;
        this.say = say;
    }

    /**
     * A call failed.
     *
     * @throws SystemAway when the system has been away for too long
     */
    synchronized void failed(String url, Exception cause) {
        long now = clock.millis();
        if (sinceMillis.isEmpty()) {
            sinceMillis = OptionalLong.of(now);
            say.accept("The system does not answer at " + url + "; waiting up to " + patience.toSeconds()
                    + " s for it to come back.");
        } else if (now - sinceMillis.getAsLong() > patience.toMillis()) {
            throw new SystemAway(
                    "The system at " + url + " has been away for more than " + patience.toSeconds()
                            + " s. Start it again with: mvn -Plocal. The same command then goes on where it stopped.",
                    cause);
        }
    }

    /** Something was answered. */
    synchronized void answered() {
        if (sinceMillis.isPresent()) {
            long seconds = (clock.millis() - sinceMillis.getAsLong() + 500) / 1000;
            say.accept("It is back after " + seconds + " s.");
            sinceMillis = OptionalLong.empty();
        }
    }
}
