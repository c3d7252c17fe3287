package dev.holdfast.local.cli;

import dev.holdfast.local.client.SystemAway;
import dev.holdfast.local.replay.Console;
import dev.holdfast.local.replay.ReplayFigures;
import dev.holdfast.local.replay.ReplayOptions;
import dev.holdfast.local.replay.ReplayRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends the orders of a real shop through a running system. */
@Command(
        name = "replay",
        description = {
            "Sends the orders of a real shop through a running system, in their time order and at full speed: registers"
                    + " its SKUs, books stock so that some orders fall short, places the orders from several threads,"
                    + " hands over what becomes ready, and ends with a table.",
            "Everything follows from the file, so the same command again goes on where one was stopped."
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every request was answered as it should be",
            "1:some request was not; the first are named",
            "2:the command line, the file or the ledger is wrong",
            "3:no system answers, or it stayed away for a minute"
        })
final class Replay implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "Order lines, csv or csv.gz, with the columns InvoiceNo, StockCode, Description, Quantity,"
                    + " InvoiceDate, UnitPrice, CustomerID, Country.")
    private Path file = Path.of("");

    @Option(names = "--days", paramLabel = "N", defaultValue = "30", description = "Days of the file, from its first.")
    private int days;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "1000000", description = "Orders at most.")
    private int limit;

    @Option(names = "--threads", paramLabel = "N", defaultValue = "4", description = "Threads that place orders.")
    private int threads;

    @Option(
            names = "--dispatch",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Hand over what becomes ready.")
    private boolean dispatch;

    @Mixin
    private Where where = new Where();

    @Option(
            names = "--ledger",
            paramLabel = "FILE",
            defaultValue = Where.LEDGER,
            description = "Where to note what was acknowledged, for verify.")
    private Path ledger = Path.of(Where.LEDGER);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        URI api = where.api();
        try {
            ReplayOptions options =
                    new ReplayOptions(file, days, limit, api, where.aws(), Math.max(1, threads), dispatch, ledger);
            ReplayFigures figures = new ReplayRun(options, new Console(out, Ansi.AUTO.enabled())).run();
            out.println();
            out.println(figures.text());
            figures.problems().forEach(problem -> err.println("Failed: " + problem));
            return figures.failures() == 0 ? ExitCode.FINE : ExitCode.FOUND;
        } catch (SystemAway e) {
            err.println(e.getMessage());
            return ExitCode.AWAY;
        } catch (IOException e) {
            err.println(e.getMessage());
            return ExitCode.USAGE;
        }
    }
}
