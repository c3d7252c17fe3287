package dev.holdfast.local.cli;

import dev.holdfast.aws.access.DynamoDbAccounts;
import dev.holdfast.aws.client.DynamoDb;
import dev.holdfast.channels.application.IssueKeys;
import dev.holdfast.channels.port.Accounts;
import dev.holdfast.local.client.AwsClients;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Where accounts are kept. */
final class AccountsTable {
    private static final String LOCAL = "ChannelsTable";

    @Option(
            names = "--aws",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:4566",
            showDefaultValue = Visibility.ALWAYS,
            description = "The AWS APIs of the system that runs here; not with --table.")
    private URI aws = URI.create("http://127.0.0.1:4566");

    @Option(
            names = "--table",
            paramLabel = "NAME",
            description = "A deployed stack's table of channels: its output ChannelsTableName.")
    private Optional<String> table = Optional.empty();

    /** Does this with the accounts. */
    <T> T with(Function<Accounts, T> work) {
        if (table.isEmpty()) {
            try (AwsClients clients = AwsClients.at(aws)) {
                return work.apply(new DynamoDbAccounts(clients.dynamoDb(), LOCAL));
            }
        }
        try (DynamoDbClient client = DynamoDb.client()) {
            return work.apply(new DynamoDbAccounts(client, table.get()));
        }
    }

    /** Issues keys of these accounts. */
    IssueKeys.Outcome issue(Function<IssueKeys, IssueKeys.Outcome> work) {
        return with(accounts -> work.apply(new IssueKeys(accounts, new SecureRandom())));
    }
}
