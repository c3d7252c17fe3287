package dev.holdfast.local.cli;

import picocli.CommandLine.Command;

/** Who may call the API. */
@Command(
        name = "keys",
        description = {
            "Opens accounts of channels and of services, and makes and revokes their keys. Of a key only its hash is"
                    + " stored: it is shown once.",
            "Without --table it is the running system here; with it, the account and region that the AWS environment"
                    + " names (AWS_PROFILE, AWS_REGION, AWS_ENDPOINT_URL and their like)."
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {KeysOpen.class, KeysRotate.class, KeysRevoke.class, KeysList.class})
final class Keys {}
