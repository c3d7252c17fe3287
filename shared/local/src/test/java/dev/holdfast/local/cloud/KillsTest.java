package dev.holdfast.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Kills the local cloud in the middle of writing, again and again, and looks for what it had acknowledged: items put,
 * transactions, messages sent to a queue, messages published. Run it with {@code mvn verify -Pkills}.
 */
@Tag("kills")
class KillsTest {
    private static final int KILLS = Integer.getInteger("holdfast.kills", 50);
    private static final int WRITERS = 4;
    private static final Duration LIFE_MIN = Duration.ofMillis(100);
    private static final Duration LIFE_MAX = Duration.ofMillis(2500);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path data;
    private final Map<String, Set<String>> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger writes = new AtomicInteger();

    KillsTest(@TempDir Path directory) {
        data = directory;
    }

    @Test
    void what_was_acknowledged_survives_fifty_kills() throws Exception {
        for (int kill = 1; kill <= KILLS; kill++) {
            Target target = Target.start(data);
            try (target) {
                checkEverything(target);
                acknowledged.clear();
                writeUntilKilled(target);
            }
        }
        try (Target last = Target.start(data)) {
            checkEverything(last);
        }
        System.out.println(KILLS + " kills, " + writes.get() + " acknowledged writes, none lost");
    }

    private void writeUntilKilled(Target target) {
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            for (int i = 0; i < WRITERS; i++) {
                var _ = writers.submit(() -> write(target));
            }
            long life = ThreadLocalRandom.current().nextLong(LIFE_MIN.toNanos(), LIFE_MAX.toNanos());
            LockSupport.parkNanos(life);
            target.kill();
        }
    }

    private void write(Target target) {
        while (target.isAlive()) {
            try {
                String item = id("item");
                target.dynamoDb.putItem(
                        request -> request.tableName("ThingsTable").item(item(item)));
                acknowledge("item", item);
                String first = id("first");
                String second = id("second");
                target.dynamoDb.transactWriteItems(request -> request.transactItems(put(first), put(second)));
                acknowledge("item", first);
                acknowledge("item", second);
                String message = id("message");
                target.sqs.sendMessage(
                        request -> request.queueUrl(target.queueUrl()).messageBody(message));
                acknowledge("message", message);
                String published = id("published");
                target.sns.publish(request ->
                        request.topicArn(Addresses.topicArn("NewsTopic")).message(published));
                acknowledge("published", published);
            } catch (SdkException killed) {
                return;
            }
        }
    }

    private void acknowledge(String kind, String id) {
        acknowledged
                .computeIfAbsent(kind, ignored -> ConcurrentHashMap.newKeySet())
                .add(id);
        writes.incrementAndGet();
    }

    private void checkEverything(Target target) throws IOException, InterruptedException {
        for (String id : acknowledged.getOrDefault("item", Set.of())) {
            assertThat(target.dynamoDb
                            .getItem(request ->
                                    request.tableName("ThingsTable").key(Map.of("id", AttributeValue.fromS(id))))
                            .hasItem())
                    .as(id)
                    .isTrue();
        }
        assertThat(target.drainQueue()).containsAll(acknowledged.getOrDefault("message", Set.of()));
        assertThat(target.published()).containsAll(acknowledged.getOrDefault("published", Set.of()));
    }

    private static String id(String kind) {
        return kind + "-" + UUID.randomUUID();
    }

    private static Map<String, AttributeValue> item(String id) {
        return Map.of("id", AttributeValue.fromS(id));
    }

    private static TransactWriteItem put(String id) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName("ThingsTable").item(item(id)))
                .build();
    }

    /** The process that is killed, and clients of it. */
    private static final class Target implements AutoCloseable {
        private final Process process;
        private final URI url;
        private final DynamoDbClient dynamoDb;
        private final SqsClient sqs;
        private final SnsClient sns;

        private Target(Process process, URI url) {
            this.process = process;
            this.url = url;
            this.dynamoDb = client(DynamoDbClient.builder());
            this.sqs = client(SqsClient.builder());
            this.sns = client(SnsClient.builder());
        }

        private <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
            return builder.endpointOverride(url)
                    .region(Region.of(Addresses.REGION))
                    .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                    .overrideConfiguration(settings -> settings.retryStrategy(RetryMode.STANDARD))
                    .build();
        }

        static Target start(Path data) throws IOException {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "--enable-native-access=ALL-UNNAMED",
                            "--sun-misc-unsafe-memory-access=allow",
                            "-cp",
                            System.getProperty("java.class.path"),
                            KillTarget.class.getName(),
                            "src/test/resources/small-template.yaml",
                            data.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader out = process.inputReader()) {
                @Nullable String line = out.readLine();
                while (line != null && !line.startsWith(KillTarget.READY)) {
                    line = out.readLine();
                }
                assertThat(line).as("the local cloud starts").isNotNull();
                return new Target(process, URI.create(String.valueOf(line).substring(KillTarget.READY.length())));
            }
        }

        boolean isAlive() {
            return process.isAlive();
        }

        void kill() {
            process.destroyForcibly().onExit().join();
        }

        String queueUrl() {
            return new Addresses(url.getPort()).queueUrl("SeenQueue");
        }

        Set<String> drainQueue() {
            Set<String> bodies = new HashSet<>();
            List<Message> batch;
            do {
                batch = sqs.receiveMessage(
                                request -> request.queueUrl(queueUrl()).maxNumberOfMessages(10))
                        .messages();
                for (Message message : batch) {
                    bodies.add(message.body());
                    sqs.deleteMessage(request -> request.queueUrl(queueUrl()).receiptHandle(message.receiptHandle()));
                }
            } while (!batch.isEmpty());
            return bodies;
        }

        Set<String> published() throws IOException, InterruptedException {
            Set<String> messages = new HashSet<>();
            long after = 0;
            while (true) {
                JsonNode page = JSON.readTree(HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(url.resolve("/_aws/sns?after=" + after))
                                        .build(),
                                HttpResponse.BodyHandlers.ofByteArray())
                        .body());
                page.path("messages")
                        .forEach(message -> messages.add(message.path("message").asText()));
                if (!page.has("next")) {
                    return messages;
                }
                after = page.path("next").asLong();
            }
        }

        @Override
        public void close() {
            kill();
            dynamoDb.close();
            sqs.close();
            sns.close();
        }
    }
}
