package dev.holdfast.local.verify;

import dev.holdfast.local.client.AwsClients;
import dev.holdfast.local.client.Queues;
import dev.holdfast.local.client.SystemAway;
import dev.holdfast.local.replay.Ledger;
import dev.holdfast.local.report.Table;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Waits until a system is at rest, reads everything, and checks every invariant that can be checked then. */
public final class VerifyRun {
    /** Every check, in the order in which violations are named. */
    public static final List<Check> CHECKS = List.of(
            new NeverOversold(),
            new Conserved(),
            new ReservationsAgree(),
            new Progressed(),
            new NothingLost(),
            new PaidOnce(),
            new NoDeadLetters(),
            new Rebuilt(),
            new AlertsOncePerCrossing());

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final URI aws;
    private final Path ledger;
    private final Duration patience;
    private final Consumer<String> say;

    /** @param patience how long the system may take to come to rest */
    public VerifyRun(URI aws, Path ledger, Duration patience, Consumer<String> say) {
        this.aws = aws;
        this.ledger = ledger;
        this.patience = patience;
        this.say = say;
    }

    /** What became of a verification. */
    public sealed interface Outcome {
        /** Everything holds. */
        record Holds(Table table) implements Outcome {}

        /** The first thing that does not. */
        record Broken(Violation violation) implements Outcome {}

        /** It did not come to rest, and this is what moves. */
        record NotAtRest(List<String> moving) implements Outcome {}
    }

    /**
     * Verifies.
     *
     * @throws SystemAway when nobody answers
     * @throws IOException when the ledger cannot be read
     */
    public Outcome run() throws IOException, InterruptedException {
        try (AwsClients clients = AwsClients.at(aws)) {
            SnapshotReader reader = new SnapshotReader(clients, aws, Ledger.read(ledger));
            Queues queues = new Queues(clients.sqs());
            long end = System.nanoTime() + patience.toNanos();
            String said = "";
            while (true) {
                boolean late = System.nanoTime() >= end;
                long began = System.nanoTime();
                List<String> moving = new ArrayList<>(queues.moving());
                Optional<Snapshot> snapshot =
                        moving.isEmpty() ? Optional.of(reader.read(queues.deadLetters())) : Optional.empty();
                snapshot.map(Stillness::work).ifPresent(moving::addAll);
                List<String> behind = snapshot.map(Stillness::behind).orElse(List.of());
                if (moving.isEmpty() && (behind.isEmpty() || late)) {
                    return checked(snapshot.orElseThrow());
                }
                moving.addAll(behind);
                if (late) {
                    return new Outcome.NotAtRest(moving);
                }
                if (!moving.getFirst().equals(said)) {
                    said = moving.getFirst();
                    say.accept("Waiting: " + said + ".");
                }
                Thread.sleep(pauseAfter(Duration.ofNanos(System.nanoTime() - began)));
            }
        } catch (SdkClientException e) {
            throw new SystemAway(
                    "No system answers at " + aws + ". Start it with: mvn -Plocal (or name it with --aws).", e);
        }
    }

    /** Reading everything is work for the system too: it gets three times as long to go on with its own. */
    private static Duration pauseAfter(Duration look) {
        Duration pause = look.multipliedBy(3);
        return pause.compareTo(LOOK_EVERY) > 0 ? pause : LOOK_EVERY;
    }

    private static Outcome checked(Snapshot snapshot) {
        Table table = new Table("", "holds", "over");
        for (Check check : CHECKS) {
            Optional<Violation> violation = check.check(snapshot);
            if (violation.isPresent()) {
                return new Outcome.Broken(violation.get());
            }
            table.row(check.invariant(), check.statement(), check.scope(snapshot));
        }
        return new Outcome.Holds(table);
    }
}
