package dev.holdfast.local.cloud.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.local.cloud.Addresses;
import dev.holdfast.local.cloud.Loopback;
import dev.holdfast.local.cloud.template.EventSource;
import dev.holdfast.local.cloud.template.FunctionSpec;
import dev.holdfast.local.cloud.template.TemplateReader;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The HTTP functions with SnapStart: initialised, rehearsed, snapshotted, and restored at once. */
@EnabledOnOs(OS.LINUX)
class SnapshotTest {
    private static final Path TEMPLATE =
            Path.of("../../template.yaml").toAbsolutePath().normalize();
    private static final Map<String, String> SNAP_START = Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
    private static final byte[] STRANGER =
            "{\"httpMethod\": \"GET\", \"path\": \"/v1/orders\"}".getBytes(StandardCharsets.UTF_8);

    /** What was asked of AWS, by its operation. */
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    private final Loopback aws = Loopback.bind("aws", 0, "--aws-port");

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        aws.close();
    }

    @TestFactory
    Stream<DynamicTest> a_function_reads_once_before_its_snapshot_and_writes_nothing() throws IOException {
        aws.serve(new EmptyTables(), Duration.ZERO);
        return TemplateReader.read(TEMPLATE, new Addresses(aws.port())).functions().stream()
                .filter(spec -> spec.sources().values().stream().anyMatch(EventSource.Api.class::isInstance))
                .map(spec -> DynamicTest.dynamicTest(spec.name(), () -> rehearses(spec)));
    }

    private void rehearses(FunctionSpec spec) throws Exception {
        asked.clear();
        DeployedFunction.Start how = new DeployedFunction.Start(
                ManagedRuntime.ofProject(TEMPLATE),
                URI.create("http://127.0.0.1:" + aws.port()),
                List.of(),
                SNAP_START,
                directory.resolve("log"));
        try (DeployedFunction function = DeployedFunction.start(spec, how).initialised()) {
            assertThat(asked).containsExactly("DynamoDB_20120810.GetItem");

            JsonNode answer = new ObjectMapper().readTree(function.invoke(STRANGER));
            assertThat(answer.path("statusCode").asInt()).isEqualTo(401);
        }
    }

    /** A database that holds nothing. */
    private final class EmptyTables extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            asked.add(String.valueOf(request.getHeaders().get("X-Amz-Target")));
            response.getHeaders().put("Content-Type", "application/x-amz-json-1.0");
            response.write(true, ByteBuffer.wrap("{}".getBytes(StandardCharsets.UTF_8)), callback);
            return true;
        }
    }
}
