package dev.holdfast.local.cli;

import dev.holdfast.kernel.Actor;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a second key. */
@Command(
        name = "rotate",
        description = {
            "Makes a second key and shows it, once. The first one works on until it is revoked: give the caller the new"
                    + " one, see it used, revoke the old one."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the key is live",
            "1:there is no such account, or it has two live keys already",
            "2:the command line is wrong"
        })
final class KeysRotate implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "NAME", description = "The account.")
    private String name = "";

    @Mixin
    private AccountsTable table = new AccountsTable();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return IssuedKey.tell(spec, name, table.issue(keys -> keys.rotate(new Actor(name), Instant.now())));
    }
}
