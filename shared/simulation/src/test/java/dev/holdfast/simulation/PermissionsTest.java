package dev.holdfast.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulation.engine.Tape;
import dev.holdfast.simulation.world.Bug;
import dev.holdfast.simulation.world.Coverage;
import dev.holdfast.simulation.world.Coverage.Permission;
import dev.holdfast.simulation.world.Faults;
import dev.holdfast.simulation.world.FunctionName;
import dev.holdfast.simulation.world.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** IAM forgives nothing: what functions ask of tables in whole histories is what the template allows them. */
class PermissionsTest {
    private static final int HISTORIES = 400;
    private static final Path TEMPLATE = Path.of("..", "..", "template.yaml");
    private static final Pattern STATEMENT =
            Pattern.compile("Effect: Allow\\s+Action: \\[([^]]*)]\\s+Resource:((?: *\\[.*]| *[^\\n]*)\\n)");
    private static final Pattern ACTION = Pattern.compile("dynamodb:(\\w+)");
    private static final Pattern TABLE = Pattern.compile("(\\w+Table)\\.Arn(}/index)?");

    /** What histories do not come to. */
    private static final Set<Permission> ELSEWHERE = Set.of(
            // Lists, movements and the register of locations are read and written by people, not in histories.
            new Permission(FunctionName.ORDER_API, "Query", "OrdersTable/index"),
            new Permission(FunctionName.ORDER_API, "GetItem", "StockTable"),
            new Permission(FunctionName.STOCK_API, "PutItem", "StockTable"),
            new Permission(FunctionName.STOCK_API, "Query", "StockHistoryTable"),
            // In histories the payment provider is simulated too.
            new Permission(FunctionName.PAYMENT_PROCESSING, "GetItem", "SandboxPaymentsTable"),
            new Permission(FunctionName.PAYMENT_PROCESSING, "PutItem", "SandboxPaymentsTable"),
            // A change lays out an order's items anew: whoever saves one may have to take an item away.
            new Permission(FunctionName.ORDER_API, "DeleteItem", "OrdersTable"),
            new Permission(FunctionName.PAYMENT_PROCESSING, "DeleteItem", "OrdersTable"),
            new Permission(FunctionName.DUE_WORK, "DeleteItem", "OrdersTable"));

    @Test
    void theTemplateAllowsEachFunctionWhatItAsksOfTables() throws IOException {
        Coverage coverage = new Coverage();
        Stories.all()
                .forEach(scenario ->
                        assertThat(scenario.tell(Faults.none(), coverage)).isEmpty());
        for (long seed = 0; seed < HISTORIES; seed++) {
            assertThat(History.run(Tape.ofSeed(seed), Bug.none(), coverage, false)
                            .violation())
                    .isEmpty();
        }
        Set<Permission> refused = new HashSet<>(coverage.asked());
        refused.removeAll(allowed());
        assertThat(refused).as("asked and not allowed").isEmpty();
        Set<Permission> idle = new HashSet<>(allowed());
        idle.removeAll(coverage.asked());
        idle.removeAll(ELSEWHERE);
        assertThat(idle).as("allowed and never asked").isEmpty();
        assertThat(coverage.asked()).hasSizeGreaterThan(25);
    }

    private static Set<Permission> allowed() throws IOException {
        String template = Files.readString(TEMPLATE);
        Set<Permission> allowed = new HashSet<>();
        for (FunctionName function : FunctionName.values()) {
            int from = template.indexOf("\n  " + pascal(function) + "Function:");
            String properties = template.substring(from, template.indexOf("      Events:", from));
            for (MatchResult statement : STATEMENT.matcher(properties).results().toList()) {
                List<MatchResult> tables =
                        TABLE.matcher(statement.group(2)).results().toList();
                ACTION.matcher(statement.group(1))
                        .results()
                        .forEach(action -> tables.forEach(table -> allowed.add(new Permission(
                                function,
                                action.group(1),
                                table.group(1) + (table.group(2) == null ? "" : "/index")))));
            }
        }
        return allowed;
    }

    private static String pascal(FunctionName function) {
        StringBuilder name = new StringBuilder();
        for (String word : function.name().split("_", -1)) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }
}
