package dev.holdfast.local.cli;

import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code holdfast} command; each subcommand is a class of its own. */
@Command(
        name = "holdfast",
        description = "One truth about stock and orders: the whole system on this machine.",
        mixinStandardHelpOptions = true,
        version = "holdfast 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {Up.class, Replay.class, Verify.class, Trace.class, Bench.class, Keys.class, WriteOpenApi.class})
public final class Holdfast {

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine(System.err).execute(arguments));
    }

    static CommandLine commandLine(PrintStream problems) {
        return new CommandLine(new Holdfast()).setExecutionExceptionHandler(new Problems(problems));
    }
}
