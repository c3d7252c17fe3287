package dev.holdfast.local.cli;

import dev.holdfast.local.client.SystemAway;
import dev.holdfast.local.verify.VerifyRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks what must hold of a running system. */
@Command(
        name = "verify",
        description = {
            "Waits until a running system is at rest, reads all its tables, and checks what must hold of everything:"
                    + " nothing oversold, every counter the sum of its journal, reservations and alerts as the orders"
                    + " and the history say, no accepted order lost or doubled, nothing charged twice.",
            "Names the first violation."
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything holds",
            "1:something does not, or the system does not come to rest",
            "2:the command line or the ledger is wrong",
            "3:no system answers"
        })
final class Verify implements Callable<Integer> {
    @Mixin
    private Where where = new Where();

    @Option(
            names = "--ledger",
            paramLabel = "FILE",
            defaultValue = Where.LEDGER,
            description = "What replay noted as acknowledged.")
    private Path ledger = Path.of(Where.LEDGER);

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "How long the system may take to come to rest.")
    private int patienceSeconds;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            Duration patience = Duration.ofSeconds(Math.max(0, patienceSeconds));
            VerifyRun run = new VerifyRun(where.aws(), ledger, patience, line -> {
                out.println(line);
                out.flush();
            });
            return switch (run.run()) {
                case VerifyRun.Outcome.Holds(var table) -> {
                    out.println(table.text());
                    out.println("Everything holds.");
                    yield ExitCode.FINE;
                }
                case VerifyRun.Outcome.Broken(var violation) -> {
                    err.println("Violation of " + violation.invariant() + ": " + violation.what() + ".");
                    yield ExitCode.FOUND;
                }
                case VerifyRun.Outcome.NotAtRest(var moving) -> {
                    err.println("Not at rest after " + patience.toSeconds() + " s (I12): " + String.join("; ", moving)
                            + ".");
                    yield ExitCode.FOUND;
                }
            };
        } catch (SystemAway e) {
            err.println(e.getMessage());
            return ExitCode.AWAY;
        } catch (IOException e) {
            err.println(e.getMessage());
            return ExitCode.USAGE;
        }
    }
}
