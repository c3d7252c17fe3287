package dev.holdfast.local.cli;

import dev.holdfast.local.cloud.CannotStart;
import java.io.PrintStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in a sentence what went wrong; the stack trace goes to the log. */
final class Problems implements IExecutionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final PrintStream out;

    Problems(PrintStream out) {
        this.out = out;
    }

    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult arguments) {
        LOG.error("{} failed", command.getCommandName(), problem);
        String sentence = problem instanceof CannotStart
                ? String.valueOf(problem.getMessage())
                : command.getCommandName() + " failed (" + problem + "): see the log.";
        out.println(command.getColorScheme().errorText(sentence));
        return command.getCommandSpec().exitCodeOnExecutionException();
    }
}
