package dev.holdfast.local.cli;

import dev.holdfast.channels.Principal;
import dev.holdfast.channels.Role;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.ChannelId;
import dev.holdfast.kernel.InvalidValue;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Opens an account. */
@Command(
        name = "open",
        description = "Opens an account and shows its first key, once.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the key is live", "1:there is an account of this name", "2:the command line is wrong"})
final class KeysOpen implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "NAME", description = "The account, as history and journal will name it.")
    private String name = "";

    @Option(names = "--channel", paramLabel = "ID", description = "The web shop or marketplace that it orders for.")
    private Optional<String> channel = Optional.empty();

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            split = ",",
            description = "What a service may do: warehouse, procurement, support, admin.")
    private List<String> roles = List.of();

    @Mixin
    private AccountsTable table = new AccountsTable();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return IssuedKey.tell(spec, name, table.issue(keys -> keys.open(principal(), Instant.now())));
    }

    private Principal principal() {
        try {
            Set<Role> all = new HashSet<>();
            for (String role : roles) {
                all.add(Role.valueOf(role.toUpperCase(Locale.ROOT)));
            }
            channel.ifPresent(id -> all.add(Role.CHANNEL));
            if (all.isEmpty()) {
                throw new InvalidValue("say what it is: --channel ID or --role ROLE");
            }
            return new Principal(new Actor(name), channel.map(ChannelId::new), all);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        }
    }
}
