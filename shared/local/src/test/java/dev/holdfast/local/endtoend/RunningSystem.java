package dev.holdfast.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.aws.access.DynamoDbAccounts;
import dev.holdfast.aws.item.Item;
import dev.holdfast.aws.ordering.OrderKeys;
import dev.holdfast.channels.AccessKey;
import dev.holdfast.channels.Principal;
import dev.holdfast.channels.Role;
import dev.holdfast.channels.application.IssueKeys;
import dev.holdfast.channels.port.Accounts;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.ChannelId;
import dev.holdfast.local.client.AwsClients;
import dev.holdfast.local.client.Key;
import dev.holdfast.local.client.Published;
import dev.holdfast.local.cloud.LocalCloud;
import dev.holdfast.local.cloud.LocalCloudOptions;
import dev.holdfast.local.cloud.Progress;
import dev.holdfast.local.verify.VerifyRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The one system that all scenarios share: a local cloud in memory, or the one that the environment names by
 * {@code HOLDFAST_API_URL} and {@code AWS_ENDPOINT_URL}.
 */
final class RunningSystem implements AutoCloseable {
    private static final Path TEMPLATE = Path.of("../../template.yaml");
    private static final Path NO_LEDGER = Path.of("target/no-ledger");
    private static final Duration AT_REST = Duration.ofSeconds(60);

    private final Optional<LocalCloud> own;
    private final URI api;
    private final URI aws;
    private final AwsClients clients;
    private final ToldApi told = new ToldApi();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private RunningSystem(Optional<LocalCloud> own, URI api, URI aws) {
        this.own = own;
        this.api = api;
        this.aws = aws;
        this.clients = AwsClients.at(aws);
    }

    static RunningSystem start() {
        Optional<String> api = Optional.ofNullable(System.getenv("HOLDFAST_API_URL"));
        Optional<String> aws = Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL"));
        if (api.isPresent() && aws.isPresent()) {
            return new RunningSystem(Optional.empty(), URI.create(api.get()), URI.create(aws.get()));
        }
        LocalCloud cloud = LocalCloud.start(LocalCloudOptions.inMemory(TEMPLATE), Progress.SILENT);
        return new RunningSystem(Optional.of(cloud), cloud.apiUrl(), cloud.awsUrl());
    }

    Shop shop() {
        return new Shop(caller(Key.SHOP));
    }

    Shop market() {
        return new Shop(caller(Key.MARKET));
    }

    Warehouse warehouse() {
        return new Warehouse(caller(Key.STAFF));
    }

    Caller staff() {
        return caller(Key.STAFF);
    }

    /** What the API promises. */
    ToldApi told() {
        return told;
    }

    /** Somebody whose Authorization header says this; nothing when it is empty. */
    Caller stranger(String authorization) {
        return new Caller(http, api, authorization, told);
    }

    /** Somebody with an account of this kind, opened for the occasion. */
    Caller newcomer(Optional<ChannelId> channel, Role... roles) {
        Principal principal = new Principal(new Actor(Names.next("newcomer")), channel, Set.of(roles));
        IssueKeys.Outcome outcome = new IssueKeys(accounts(), new SecureRandom()).open(principal, Instant.now());
        if (outcome instanceof IssueKeys.Outcome.Made(AccessKey key)) {
            return stranger("Bearer " + key.secret());
        }
        throw new AssertionError(outcome);
    }

    /** Who may call. */
    Accounts accounts() {
        return new DynamoDbAccounts(clients.dynamoDb(), table("ChannelsTable"));
    }

    /** The name of the table with this logical name. */
    private String table(String logical) {
        return clients.dynamoDb().listTablesPaginator().tableNames().stream()
                .filter(name -> name.contains(logical))
                .findFirst()
                .orElseThrow();
    }

    private Caller caller(Key key) {
        return new Caller(http, api, "Bearer " + key.secret(), told);
    }

    /** E-mail that this address got. */
    List<JsonNode> mailTo(String address) {
        List<JsonNode> mail = new ArrayList<>();
        read("/_aws/ses?to=" + address).path("messages").forEach(mail::add);
        return mail;
    }

    /** Low-stock alerts that were published for this SKU, in order. */
    List<JsonNode> alertsFor(String sku) {
        return published("ReorderAlertsTopic", "/data/sku", sku);
    }

    /** What was published about this order: types, in order. */
    List<String> eventsOf(PlacedOrder order) {
        return published("OrderEventsTopic", "/subject", order.id()).stream()
                .map(event -> event.path("type").asText())
                .toList();
    }

    /** All that is published, and all that is kept in the tables but for the Orders table's own personal items. */
    Stream<String> everythingKept() throws InterruptedException {
        List<String> kept = new ArrayList<>();
        for (String topic : List.of("OrderEventsTopic", "ShippingNotificationsTopic", "ReorderAlertsTopic")) {
            Published.events(aws, topic).forEach(event -> kept.add(event.toString()));
        }
        clients.dynamoDb()
                .listTablesPaginator()
                .tableNames()
                .forEach(name -> clients.dynamoDb().scanPaginator(request -> request.tableName(name)).items().stream()
                        .filter(item -> !isPersonal(item))
                        .forEach(item -> kept.add(item.toString())));
        return kept.stream();
    }

    /** The items of this order that may name its customer. */
    List<String> personalItems(PlacedOrder order) {
        return clients.dynamoDb().scanPaginator(request -> request.tableName(table("OrdersTable"))).items().stream()
                .filter(item -> isPersonal(item)
                        && new Item(item).string(OrderKeys.ORDER).equals(order.id()))
                .map(Map::toString)
                .toList();
    }

    private static boolean isPersonal(Map<String, AttributeValue> item) {
        return item.containsKey(OrderKeys.ORDER)
                && new Item(item).string(OrderKeys.ITEM).equals(OrderKeys.PERSONAL);
    }

    URI aws() {
        return aws;
    }

    private List<JsonNode> published(String topic, String pointer, String value) {
        try {
            return Published.events(aws, topic).stream()
                    .filter(event -> event.at(pointer).asText().equals(value))
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private JsonNode read(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(aws.resolve(path)).build();
            return new ObjectMapper()
                    .readTree(http.send(request, BodyHandlers.ofByteArray()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    SqsClient queues() {
        return clients.sqs();
    }

    /** The URL of the queue with this logical name. */
    String queue(String name) {
        return clients.sqs().listQueues().queueUrls().stream()
                .filter(url -> url.endsWith("/" + name))
                .findFirst()
                .orElseThrow();
    }

    /** Waits until everything is at rest, and checks all that must hold then, over everything. */
    void mustBeSound() throws IOException, InterruptedException {
        VerifyRun.Outcome outcome = new VerifyRun(aws, NO_LEDGER, AT_REST, _ -> {}).run();
        assertThat(outcome).isInstanceOf(VerifyRun.Outcome.Holds.class);
    }

    @Override
    public void close() {
        clients.close();
        http.close();
        own.ifPresent(LocalCloud::close);
    }
}
