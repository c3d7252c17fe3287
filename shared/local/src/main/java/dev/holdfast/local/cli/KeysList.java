package dev.holdfast.local.cli;

import dev.holdfast.channels.Account;
import dev.holdfast.channels.Role;
import dev.holdfast.channels.port.Accounts;
import dev.holdfast.local.report.Table;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists accounts. */
@Command(
        name = "list",
        description = "Lists all accounts and their live keys, by the keys' ids.",
        mixinStandardHelpOptions = true)
final class KeysList implements Callable<Integer> {
    @Mixin
    private AccountsTable table = new AccountsTable();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Table shown = new Table("account", "channel", "roles", "key", "made at");
        for (Account account : table.with(Accounts::all)) {
            String roles = account.principal().roles().stream()
                    .map(Role::name)
                    .map(role -> role.toLowerCase(Locale.ROOT))
                    .sorted()
                    .collect(Collectors.joining(", "));
            String channel = account.principal().channel().map(id -> id.value()).orElse("-");
            if (account.keys().isEmpty()) {
                shown.row(account.principal().name(), channel, roles, "-", "-");
            }
            account.keys()
                    .forEach(key -> shown.row(account.principal().name(), channel, roles, key.id(), key.madeAt()));
        }
        spec.commandLine().getOut().println(shown.text());
        return ExitCode.FINE;
    }
}
