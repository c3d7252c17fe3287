package dev.holdfast.local.guards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.local.cloud.AccessKeys.AccessKey;
import dev.holdfast.local.cloud.Addresses;
import dev.holdfast.local.cloud.DataDirectory;
import dev.holdfast.local.cloud.LocalCloud;
import dev.holdfast.local.cloud.LocalCloudOptions;
import dev.holdfast.local.cloud.Progress;
import dev.holdfast.local.cloud.functions.ArtefactLoader;
import dev.holdfast.local.cloud.functions.FunctionFailed;
import dev.holdfast.local.cloud.functions.FunctionLoader;
import dev.holdfast.local.cloud.functions.LambdaFunction;
import dev.holdfast.local.cloud.template.FunctionSpec;
import dev.holdfast.local.cloud.template.TemplateReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The whole system in memory: called as a shop or staff would, and each built function by itself with an event. */
final class RunningSystem implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, LambdaFunction> functions = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final AutoCloseable home;
    private final LocalCloud cloud;
    private final DynamoDbClient tables;
    private final SqsClient queues;

    /**
     * Starts it.
     *
     * @param loader makes its functions
     * @param home where they live; closed after everything else
     */
    private RunningSystem(FunctionLoader loader, AutoCloseable home) {
        this.home = home;
        cloud = LocalCloud.start(
                LocalCloudOptions.inMemory(Repository.TEMPLATE).withFunctions(spec -> {
                    LambdaFunction function = loader.load(spec);
                    functions.put(spec.name(), function);
                    return function;
                }),
                Progress.SILENT);
        tables = DynamoDbClient.create();
        queues = SqsClient.create();
    }

    /** Its functions run in this process, as in local mode. */
    static RunningSystem inThisProcess() {
        DataDirectory generated = DataDirectory.temporary();
        return new RunningSystem(new ArtefactLoader(generated, declared()), generated);
    }

    /** Its functions run as they are deployed. */
    static RunningSystem asDeployed() {
        DeployedFunctions deployed = new DeployedFunctions();
        return new RunningSystem(deployed, deployed);
    }

    /** Where artefacts lie does not depend on a port. */
    private static List<FunctionSpec> declared() {
        try {
            return TemplateReader.read(Repository.TEMPLATE, new Addresses(LocalCloudOptions.AWS_PORT))
                    .functions();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI awsUrl() {
        return cloud.awsUrl();
    }

    /** What the function answers to the event. */
    JsonNode invoke(String function, String event) {
        try {
            byte[] answer = Optional.ofNullable(functions.get(function))
                    .orElseThrow(() -> new AssertionError("there is no " + function))
                    .invoke(event.getBytes(StandardCharsets.UTF_8));
            return JSON.readTree(answer);
        } catch (FunctionFailed e) {
            throw new AssertionError(function + " failed", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    JsonNode get(AccessKey key, String path) {
        return send(key, "GET", cloud.apiUrl() + path, "");
    }

    JsonNode put(AccessKey key, String path, String body) {
        return send(key, "PUT", cloud.apiUrl() + path, body);
    }

    JsonNode post(AccessKey key, String path, String body) {
        return send(key, "POST", cloud.apiUrl() + path, body);
    }

    /** What {@code GET /_aws/...} of the local cloud reads back. */
    JsonNode readBack(AccessKey key, String path) {
        return send(key, "GET", cloud.awsUrl() + path, "");
    }

    private JsonNode send(AccessKey key, String method, String url, String body) {
        try {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .header("Authorization", "Bearer " + key.key())
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new AssertionError(
                        method + " " + url + " was answered " + response.statusCode() + ": " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static AssertionError interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new AssertionError(e);
    }

    DynamoDbClient tables() {
        return tables;
    }

    SqsClient queues() {
        return queues;
    }

    @Override
    public void close() {
        tables.close();
        queues.close();
        cloud.close();
        try {
            home.close();
        } catch (Exception e) {
            throw new AssertionError("the functions did not stop", e);
        }
    }
}
