package dev.holdfast.local.cli;

import dev.holdfast.local.bench.ColdStartBench;
import dev.holdfast.local.cloud.CannotStart;
import dev.holdfast.local.cloud.deployed.ManagedRuntime;
import dev.holdfast.local.cloud.functions.FunctionFailed;
import dev.holdfast.local.report.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures cold starts. */
@Command(
        name = "cold-start",
        description = {
            "Starts each HTTP function as Lambda does, by AWS's runtime interface client and with the flags of the managed"
                    + " runtime, and measures the time and the CPU time from the start of its process to its first"
                    + " response, a write (a read of order-api), against a local database.",
            "Compared with order-intake wired by hand: the same code, without dependency injection. All in one run, in"
                    + " rounds; a first round is not counted, and classes are counted in a start of their own.",
            "Each is started as for SnapStart too: 'after a rehearsal' is its first request then, 'the request of it' the"
                    + " same without."
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured", "1:a function starts slower than it may", "2:something is not built"})
final class BenchColdStart implements Callable<Integer> {
    private static final int MEMORY_SHOWN = 1024;

    @Option(names = "--starts", paramLabel = "N", defaultValue = "7", description = "Starts of each function.")
    private int starts;

    @Option(names = "--template", paramLabel = "FILE", defaultValue = "template.yaml", description = "Declares them.")
    private Path template = Path.of("template.yaml");

    @Option(names = "--markdown", description = "Print the table in Markdown.")
    private boolean markdown;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException, FunctionFailed, IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            ColdStartBench bench = new ColdStartBench(template, starts, line -> {
                out.println(line);
                out.flush();
            });
            Table table = bench.run();
            out.println();
            out.println(markdown ? table.markdown() : table.text());
            out.println();
            out.println(Runtime.getRuntime().availableProcessors() + " cores, Java " + Runtime.version() + ", " + starts
                    + " starts of each: median (least–most). Flags at " + MEMORY_SHOWN + " MB: "
                    + String.join(" ", ManagedRuntime.flags(MEMORY_SHOWN)));
            bench.aboveBound().forEach(err::println);
            return bench.aboveBound().isEmpty() ? ExitCode.FINE : ExitCode.FOUND;
        } catch (CannotStart e) {
            err.println(e.getMessage());
            return ExitCode.USAGE;
        }
    }
}
