package dev.holdfast.aws.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.aws.Contract;
import dev.holdfast.aws.Tables;
import dev.holdfast.channels.KeyHash;
import dev.holdfast.channels.Principal;
import dev.holdfast.channels.Role;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.ChannelId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Contract("ChannelsTable")
class DynamoDbCredentialsTest {
    private static final Principal SHOP =
            new Principal(new Actor("demo-shop"), Optional.of(new ChannelId("demo-shop")), Set.of(Role.CHANNEL));
    private static final Principal STAFF =
            new Principal(new Actor("local-staff"), Optional.empty(), Set.of(Role.WAREHOUSE, Role.ADMIN));

    private final Tables tables;
    private final DynamoDbCredentials credentials;

    DynamoDbCredentialsTest(Tables tables) {
        this.tables = tables;
        this.credentials = new DynamoDbCredentials(tables.client(), "ChannelsTable");
    }

    @Test
    void accounts_are_found_by_the_hash_of_the_key() {
        for (Principal principal : new Principal[] {SHOP, STAFF}) {
            KeyHash key = KeyHash.of("hf_" + principal.name());
            tables.client()
                    .putItem(put -> put.tableName("ChannelsTable").item(DynamoDbCredentials.item(key, principal)));
            assertThat(credentials.find(key)).contains(principal);
        }
        assertThat(credentials.find(KeyHash.of("hf_other"))).isEmpty();
    }

    @Test
    void an_account_that_was_revoked_is_not_found() {
        tables.put(
                "ChannelsTable",
                "credential",
                KeyHash.of("hf_revoked").hex(),
                "principal",
                "gone",
                "roles",
                AttributeValue.fromSs(List.of("warehouse")),
                "revoked",
                true);
        assertThat(credentials.find(KeyHash.of("hf_revoked"))).isEmpty();
    }
}
