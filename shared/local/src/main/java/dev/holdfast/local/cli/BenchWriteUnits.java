package dev.holdfast.local.cli;

import dev.holdfast.local.bench.WriteUnitsBench;
import dev.holdfast.local.report.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Counts write units. */
@Command(
        name = "write-units",
        description = {
            "Counts the DynamoDB write units of an order, from acceptance to dispatch, by the pricing rule from the sizes"
                    + " of what is really written: a unit per started KB, two in a transaction. Entries of indexes"
                    + " are counted apart.",
            "Runs the use cases over the adapters that ship, on tables in memory; needs no running system."
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:counted", "2:there is no template"})
final class BenchWriteUnits implements Callable<Integer> {
    @Option(
            names = "--template",
            paramLabel = "FILE",
            defaultValue = "template.yaml",
            description = "Declares the tables.")
    private Path template = Path.of("template.yaml");

    @Option(names = "--markdown", description = "Print the table in Markdown.")
    private boolean markdown;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            Table table = WriteUnitsBench.run(template);
            out.println(markdown ? table.markdown() : table.text());
            return ExitCode.FINE;
        } catch (IOException e) {
            spec.commandLine()
                    .getErr()
                    .println("There is no template " + template
                            + ": run this in the project's directory, or name it with --template.");
            return ExitCode.USAGE;
        }
    }
}
