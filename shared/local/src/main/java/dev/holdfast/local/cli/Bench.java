package dev.holdfast.local.cli;

import dev.holdfast.local.bench.Shape;
import dev.holdfast.local.bench.SystemBench;
import dev.holdfast.local.client.SystemAway;
import dev.holdfast.local.replay.Console;
import dev.holdfast.local.report.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures. */
@Command(
        name = "bench",
        description = {
            "Starts a fresh system in a process of its own and measures it: orders per second from acceptance to the"
                    + " stock decision, CPU time per order of that process alone until all its queues are empty, and at"
                    + " half of that speed the latencies of acceptance and of the stock decision. Warm-up is left out,"
                    + " and is long: the system measured is one that has run for minutes, fully compiled.",
            "The load generator runs on the same machine, and its CPU time is not counted."
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        subcommands = {BenchWriteUnits.class, BenchColdStart.class},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured", "1:the system failed", "2:the command line or a file is wrong"})
final class Bench implements Callable<Integer> {
    @Option(
            names = "--on-disk",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Measure on disk.")
    private boolean onDisk;

    @Option(
            names = "--in-memory",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Measure in memory.")
    private boolean inMemory;

    @Option(
            names = "--shape",
            paramLabel = "SHAPE",
            split = ",",
            defaultValue = "ONE_LINE,THREE_LINES,TWENTY_FOUR_LINES,REAL",
            description = "What orders look like: ${COMPLETION-CANDIDATES}. REAL needs the real shop's file.")
    private List<Shape> shapes = List.of();

    @Option(
            names = "--orders",
            paramLabel = "N",
            description = "Orders at full speed, instead of each shape's own number.")
    private Optional<Integer> orders = Optional.empty();

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "Orders before, not counted, instead of each shape's own number.")
    private Optional<Integer> warmUp = Optional.empty();

    @Option(names = "--template", paramLabel = "FILE", defaultValue = "template.yaml", description = "What to start.")
    private Path template = Path.of("template.yaml");

    @Option(names = "--markdown", description = "Print the table in Markdown.")
    private boolean markdown;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            List<Boolean> kept = onDisk == inMemory ? List.of(false, true) : List.of(inMemory);
            Table table =
                    new SystemBench(template, orders, warmUp, new Console(out, Ansi.AUTO.enabled())).run(kept, shapes);
            out.println();
            out.println(markdown ? table.markdown() : table.text());
            out.println();
            out.println(Runtime.getRuntime().availableProcessors() + " cores, Java " + Runtime.version()
                    + ", four threads placing orders; warm-up not counted.");
            return ExitCode.FINE;
        } catch (SystemAway e) {
            err.println(e.getMessage());
            return ExitCode.FOUND;
        } catch (IOException e) {
            err.println(e.getMessage());
            return ExitCode.USAGE;
        }
    }
}
