package dev.holdfast.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.local.cloud.functions.FunctionFailed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

class LocalCloudTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path TEMPLATE = Path.of("src/test/resources/small-template.yaml");

    private final ToyFunctions functions = new ToyFunctions();
    private final HttpClient http = HttpClient.newHttpClient();
    private LocalCloud cloud = start(LocalCloudOptions.inMemory(TEMPLATE));

    private LocalCloud start(LocalCloudOptions options) {
        return LocalCloud.start(options.withFunctions(functions), Progress.SILENT);
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    @Test
    void a_request_reaches_the_function_as_a_proxy_event_and_its_answer_comes_back() throws Exception {
        functions.on("EchoFunction", event -> """
                        {"statusCode": 201, "headers": {"Location": "/x"}, "multiValueHeaders": {"Set-Cookie": ["a=1", "b=2"]},
                         "body": "aGVsbG8=", "isBase64Encoded": true}""");

        HttpResponse<String> response = send("GET", "/things/a%20b?x=1&x=2&y=", "");

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.body()).isEqualTo("hello");
        assertThat(response.headers().firstValue("Location")).contains("/x");
        assertThat(response.headers().allValues("Set-Cookie")).containsExactly("a=1", "b=2");
        JsonNode event = functions.events("EchoFunction").getFirst();
        assertThat(event.path("resource").asText()).isEqualTo("/things/{id}");
        assertThat(event.path("path").asText()).isEqualTo("/things/a%20b");
        assertThat(event.at("/pathParameters/id").asText()).isEqualTo("a b");
        assertThat(event.at("/queryStringParameters/x").asText()).isEqualTo("2");
        assertThat(event.at("/multiValueQueryStringParameters/x")).hasSize(2);
        assertThat(event.at("/requestContext/requestId").asText()).isNotEmpty();
        assertThat(event.path("body").isNull()).isTrue();
    }

    @Test
    void a_function_that_fails_or_answers_nonsense_is_502() throws Exception {
        functions.on("EchoFunction", event -> {
            if (event.path("path").asText().equals("/fails")) {
                throw new FunctionFailed("broken");
            }
            return "\"nonsense\"";
        });

        assertThat(send("GET", "/fails", "").statusCode()).isEqualTo(502);
        HttpResponse<String> nonsense = send("POST", "/nonsense", "{}");
        assertThat(nonsense.statusCode()).isEqualTo(502);
        assertThat(nonsense.body()).isEqualTo("{\"message\": \"Internal server error\"}");
    }

    @Test
    void a_body_over_ten_megabytes_is_413_and_reaches_no_function() throws Exception {
        assertThat(send("POST", "/big", "x".repeat(10 * 1024 * 1024 + 1)).statusCode())
                .isEqualTo(413);
        assertThat(functions.events("EchoFunction")).isEmpty();
    }

    @Test
    void a_request_that_has_begun_is_answered_before_everything_stops() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        functions.on("EchoFunction", event -> {
            begun.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                throw new FunctionFailed("interrupted", e);
            }
            return "{\"statusCode\": 200, \"body\": \"done\"}";
        });
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(
                HttpRequest.newBuilder(URI.create(cloud.apiUrl() + "/slow")).build(),
                HttpResponse.BodyHandlers.ofString());
        begun.await();
        CompletableFuture<Void> stopping = CompletableFuture.runAsync(cloud::close);
        mayEnd.countDown();

        assertThat(answer.get().body()).isEqualTo("done");
        stopping.get();
    }

    @Test
    void messages_that_the_function_took_are_gone_and_the_others_end_as_dead_letters() {
        functions.on("WorkFunction", LocalCloudTest::refuseBad);
        try (SqsClient sqs = SqsClient.create()) {
            for (String body : List.of("good", "bad", "good too")) {
                sqs.sendMessage(request -> request.queueUrl(url("WorkQueue")).messageBody(body));
            }

            Message dead = awaitMessage(sqs, "WorkDeadLetters");

            assertThat(dead.body()).isEqualTo("bad");
            assertThat(bodiesSeenBy("WorkFunction").stream().filter("bad"::equals))
                    .hasSize(2);
            assertThat(bodiesSeenBy("WorkFunction").stream().filter("good"::equals))
                    .hasSize(1);
        }
    }

    @Test
    void a_fifo_queue_keeps_the_order_of_its_groups() {
        List<String> seen = new CopyOnWriteArrayList<>();
        functions.on("WorkFunction", event -> {
            event.path("Records").forEach(record -> seen.add(record.path("body").asText()));
            return "{}";
        });
        List<String> sent = IntStream.range(0, 12).mapToObj(String::valueOf).toList();
        try (SqsClient sqs = SqsClient.create()) {
            for (String body : sent) {
                sqs.sendMessage(request -> request.queueUrl(url("LinesQueue.fifo"))
                        .messageBody(body)
                        .messageGroupId("one")
                        .messageDeduplicationId(body));
            }
            Eventually.until("all arrived", () -> seen.size() >= sent.size());
        }
        assertThat(seen).containsExactlyElementsOf(sent);
    }

    @Test
    void a_published_message_goes_to_whom_the_filter_lets_it_and_can_be_read_back() throws Exception {
        String topic = Addresses.topicArn("NewsTopic");
        try (SnsClient sns = SnsClient.create();
                SqsClient sqs = SqsClient.create()) {
            for (String kind : List.of("bad", "good")) {
                sns.publish(request -> request.topicArn(topic)
                        .subject("About " + kind)
                        .message(kind + " news")
                        .messageAttributes(Map.of(
                                "kind",
                                MessageAttributeValue.builder()
                                        .dataType("String")
                                        .stringValue(kind)
                                        .build())));
            }

            Message message = awaitMessage(sqs, "SeenQueue");

            assertThat(message.body()).isEqualTo("good news");
            assertThat(message.messageAttributes())
                    .hasEntrySatisfying(
                            "kind", kind -> assertThat(kind.stringValue()).isEqualTo("good"));
            JsonNode all = readBack("/_aws/sns?topic=NewsTopic").path("messages");
            assertThat(all)
                    .extracting(published -> published.path("message").asText())
                    .containsExactly("bad news", "good news");
            assertThat(readBack("/_aws/sns?topic=NewsTopic&after=1").path("messages"))
                    .hasSize(1);
            assertThat(readBack("/_aws/sns?topic=Other").path("messages")).isEmpty();
            assertThat(sns.listSubscriptionsByTopic(request -> request.topicArn(topic))
                            .subscriptions())
                    .hasSize(1);
            assertThatThrownBy(() ->
                            sns.publish(request -> request.topicArn(topic + "X").message("?")))
                    .isInstanceOf(software.amazon.awssdk.services.sns.model.NotFoundException.class);
        }
    }

    @Test
    void an_email_can_be_read_back_in_localstacks_shape() throws Exception {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(cloud.awsUrl())
                        .header("Authorization", "AWS4-HMAC-SHA256 Credential=x/20261124/us-east-1/ses/aws4_request")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "Action=SendEmail&Source=a%40b.c&Destination.ToAddresses.member.1=d%40e.f"
                                        + "&Message.Subject.Data=On+its+way&Message.Body.Text.Data=Soon"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(response.body()).contains("<SendEmailResult><MessageId>");
        JsonNode email = readBack("/_aws/ses").at("/messages/0");
        assertThat(email.path("Source").asText()).isEqualTo("a@b.c");
        assertThat(email.at("/Destination/ToAddresses/0").asText()).isEqualTo("d@e.f");
        assertThat(email.path("Subject").asText()).isEqualTo("On its way");
        assertThat(email.at("/Body/text_part").asText()).isEqualTo("Soon");
        assertThat(readBack("/_aws/ses?to=other@e.f").path("messages")).isEmpty();
    }

    @Test
    void a_committed_change_reaches_the_stream_function_with_both_images() {
        try (DynamoDbClient dynamoDb = DynamoDbClient.create()) {
            put(dynamoDb, "a", "1");
            put(dynamoDb, "a", "2");
            Eventually.until("both arrived", () -> streamRecords().size() >= 2);
        }

        JsonNode second = streamRecords().get(1);
        assertThat(second.path("eventName").asText()).isEqualTo("MODIFY");
        assertThat(second.at("/dynamodb/OldImage/value/N").asText()).isEqualTo("1");
        assertThat(second.at("/dynamodb/NewImage/value/N").asText()).isEqualTo("2");
        assertThat(second.path("eventSourceARN").asText()).contains(":table/ThingsTable/stream/");
    }

    @Test
    void a_stream_that_is_read_for_removals_tells_of_nothing_else() {
        functions.on("WatchFunction", event -> "{}");
        try (DynamoDbClient dynamoDb = DynamoDbClient.create()) {
            put(dynamoDb, "a", "1");
            put(dynamoDb, "a", "2");
            dynamoDb.deleteItem(
                    request -> request.tableName("ThingsTable").key(Map.of("id", AttributeValue.fromS("a"))));
            Eventually.until(
                    "the removal arrived",
                    () -> !functions.events("WatchFunction").isEmpty());
        }

        assertThat(functions.events("WatchFunction"))
                .flatExtracting(event -> event.findValuesAsText("eventName"))
                .containsExactly("REMOVE");
    }

    @Test
    void a_record_that_always_fails_goes_to_the_destination_and_its_neighbours_go_on() {
        functions.on("StreamFunction", event -> {
            if (event.toString().contains("poison")) {
                throw new FunctionFailed("poison");
            }
            return "{}";
        });
        try (DynamoDbClient dynamoDb = DynamoDbClient.create();
                SqsClient sqs = SqsClient.create()) {
            for (String id : List.of("a", "poison", "b")) {
                put(dynamoDb, id, "1");
            }

            Message message = awaitMessage(sqs, "SeenQueue");

            assertThat(message.body()).contains("RetryAttemptsExhausted").contains("\"batchSize\":1");
            Eventually.until(
                    "the last one arrived",
                    () -> streamRecords().getLast().toString().contains("\"b\""));
        }
    }

    @Test
    void a_second_start_finds_everything_and_reads_the_stream_where_the_first_ended(@TempDir Path directory) {
        cloud.close();
        cloud = start(LocalCloudOptions.inMemory(TEMPLATE).withData(directory));
        assertThat(cloud.isFresh()).isTrue();
        functions.on("WorkFunction", event -> refuseBad(event));
        try (DynamoDbClient dynamoDb = DynamoDbClient.create()) {
            put(dynamoDb, "before", "1");
            Eventually.until("it arrived", () -> !streamRecords().isEmpty());
        }
        cloud.close();
        functions.events("StreamFunction").clear();
        cloud = start(LocalCloudOptions.inMemory(TEMPLATE).withData(directory));
        assertThat(cloud.isFresh()).isFalse();
        try (DynamoDbClient dynamoDb = DynamoDbClient.create()) {
            assertThat(dynamoDb.scan(request -> request.tableName("ThingsTable"))
                            .items())
                    .hasSize(1);
            put(dynamoDb, "after", "1");
            Eventually.until("it arrived", () -> !streamRecords().isEmpty());
        }
        assertThat(streamRecords()).hasSize(1).first().asString().contains("after");
    }

    @Test
    void a_data_directory_has_one_holder(@TempDir Path directory) {
        LocalCloudOptions options = LocalCloudOptions.inMemory(TEMPLATE).withData(directory);
        cloud.close();
        cloud = start(options);

        assertThatThrownBy(() -> start(options))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("Another holdfast is running");
    }

    @Test
    void a_port_in_use_is_told_with_the_option_that_helps() {
        LocalCloudOptions taken =
                new LocalCloudOptions(TEMPLATE, null, cloud.apiUrl().getPort(), 0, functions);

        assertThatThrownBy(() -> start(taken)).isInstanceOf(CannotStart.class).hasMessageContaining("--api-port");
    }

    private static String refuseBad(JsonNode event) {
        List<String> failures = new ArrayList<>();
        for (JsonNode record : event.path("Records")) {
            if (record.path("body").asText().equals("bad")) {
                failures.add(
                        "{\"itemIdentifier\": \"" + record.path("messageId").asText() + "\"}");
            }
        }
        return "{\"batchItemFailures\": [" + String.join(",", failures) + "]}";
    }

    private List<String> bodiesSeenBy(String function) {
        List<String> bodies = new ArrayList<>();
        functions
                .events(function)
                .forEach(event -> event.path("Records")
                        .forEach(record -> bodies.add(record.path("body").asText())));
        return bodies;
    }

    private List<JsonNode> streamRecords() {
        List<JsonNode> records = new ArrayList<>();
        functions
                .events("StreamFunction")
                .forEach(event -> event.path("Records").forEach(records::add));
        return records;
    }

    private static void put(DynamoDbClient dynamoDb, String id, String value) {
        dynamoDb.putItem(request -> request.tableName("ThingsTable")
                .item(Map.of("id", AttributeValue.fromS(id), "value", AttributeValue.fromN(value))));
    }

    private Message awaitMessage(SqsClient sqs, String queue) {
        List<Message> found = new ArrayList<>();
        Eventually.until("a message is in " + queue, () -> {
            found.addAll(sqs.receiveMessage(request ->
                            request.queueUrl(url(queue)).waitTimeSeconds(1).messageAttributeNames("All"))
                    .messages());
            return !found.isEmpty();
        });
        return found.getFirst();
    }

    private String url(String queue) {
        return new Addresses(cloud.awsUrl().getPort()).queueUrl(queue);
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(cloud.apiUrl() + path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode readBack(String path) throws IOException, InterruptedException {
        return JSON.readTree(http.send(
                        HttpRequest.newBuilder(cloud.awsUrl().resolve(path)).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body());
    }
}
