package dev.holdfast.local.cli;

import dev.holdfast.channels.AccessKey;
import dev.holdfast.channels.application.IssueKeys;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/** Says what became of a key. */
final class IssuedKey {
    private IssuedKey() {}

    /** The exit code, after it was said. */
    static int tell(CommandSpec spec, String account, IssueKeys.Outcome outcome) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        return switch (outcome) {
            case IssueKeys.Outcome.Made(AccessKey key) -> {
                err.println("The key of " + account + ", which is not shown again: put it where secrets are kept.");
                out.println(key.secret());
                yield ExitCode.FINE;
            }
            case IssueKeys.Outcome.Revoked() -> {
                out.println("Revoked. Within half a minute no function takes it.");
                yield ExitCode.FINE;
            }
            case IssueKeys.Outcome.NameTaken() ->
                refused(err, "There is an account " + account + " already: 'holdfast keys rotate' makes it a key.");
            case IssueKeys.Outcome.NoSuchAccount() ->
                refused(err, "There is no account " + account + ": 'holdfast keys list' shows all.");
            case IssueKeys.Outcome.NoSuchKey() ->
                refused(err, account + " has no such live key: 'holdfast keys list' shows all.");
            case IssueKeys.Outcome.NoRoom() -> refused(err, account + " has two live keys: revoke one, then rotate.");
        };
    }

    private static int refused(PrintWriter err, String why) {
        err.println(why);
        return ExitCode.FOUND;
    }
}
