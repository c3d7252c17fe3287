package dev.holdfast.local.cli;

import dev.holdfast.kernel.Actor;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Revokes a key. */
@Command(
        name = "revoke",
        description = "Revokes a key for good. Within half a minute no function takes it.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:revoked", "1:there is no such account or live key", "2:the command line is wrong"})
final class KeysRevoke implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "NAME", description = "The account.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "KEY", description = "The key's id, as 'holdfast keys list' shows it.")
    private String key = "";

    @Mixin
    private AccountsTable table = new AccountsTable();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return IssuedKey.tell(spec, name, table.issue(keys -> keys.revoke(new Actor(name), key)));
    }
}
