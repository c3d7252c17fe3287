package dev.holdfast.local.cli;

import dev.holdfast.kernel.InvalidValue;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.local.client.SystemAway;
import dev.holdfast.local.report.Table;
import dev.holdfast.local.trace.OrderTrace;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells an order's life. */
@Command(
        name = "trace",
        description = {
            "Tells an order's life from the tables of a running system: each status with its time and by whom, the"
                    + " stock that it moved, shipments, payments, notices, alerts that it set off, and dead letters"
                    + " that name it. What the tables have no time of comes last.",
            "Changes nothing; dead letters that it looks at are back after five seconds."
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:told", "1:there is no such order", "2:that is no order id", "3:no system answers"})
final class Trace implements Callable<Integer> {
    @Mixin
    private Where where = new Where();

    @Parameters(paramLabel = "ORDER", description = "The order's id, ord_ and 26 characters.")
    private String order = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            Optional<Table> told = new OrderTrace(where.aws()).of(new OrderId(order));
            if (told.isEmpty()) {
                err.println("There is no order " + order + " at " + where.aws() + ".");
                return ExitCode.FOUND;
            }
            out.println(told.get().text());
            return ExitCode.FINE;
        } catch (InvalidValue e) {
            err.println("'" + order + "' is no order id: it " + e.getMessage() + ".");
            return ExitCode.USAGE;
        } catch (SystemAway e) {
            err.println(e.getMessage());
            return ExitCode.AWAY;
        }
    }
}
