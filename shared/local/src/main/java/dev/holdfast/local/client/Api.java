package dev.holdfast.local.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * The HTTP API, with patience: 429 and 503 are tried again for a minute, other server errors five times, and while
 * nobody answers it waits up to a minute for the system to come back. That is safe because every request is idempotent.
 */
public final class Api implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(40);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SERVER_ERRORS_MAX = 5;
    private static final long BACKOFF_MILLIS = 50;
    private static final long BACKOFF_MILLIS_MAX = 2_000;

    private final URI base;
    private final HttpClient http;
    private final Outage outage;
    private final LongAdder retries = new LongAdder();

    /** @param say is told when the system goes away and comes back */
    public Api(URI base, Consumer<String> say) {
        this.base = base;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build();
        this.outage = new Outage(PATIENCE, InstantSource.system(), say);
    }

    /**
     * Makes sure that somebody answers at all, without patience.
     *
     * @throws SystemAway when nobody does
     */
    public void mustAnswer() throws InterruptedException {
        try {
            http.send(
                    request(Key.SHOP, "GET", "/v1/orders?limit=1", "").build(), HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new SystemAway(
                    "No system answers at " + base + ". Start it with: mvn -Plocal (or name it with --api).", e);
        }
    }

    public ApiAnswer get(Key key, String path) throws InterruptedException {
        return send(request(key, "GET", path, "").build());
    }

    public ApiAnswer post(Key key, String path, JsonNode body) throws InterruptedException {
        return send(request(key, "POST", path, body.toString()).build());
    }

    /** As {@link #post}, and the answer is to come when the stock decision is known, or after ten seconds. */
    public ApiAnswer postAndWait(Key key, String path, JsonNode body) throws InterruptedException {
        return send(request(key, "POST", path, body.toString())
                .header("Prefer", "wait=10")
                .build());
    }

    /** Creates, or replaces whatever is there. */
    public ApiAnswer put(Key key, String path, JsonNode body) throws InterruptedException {
        ApiAnswer answer = send(request(key, "PUT", path, body.toString()).build());
        if (answer.status() != 428 && answer.status() != 412) {
            return answer;
        }
        String etag = get(key, path).etag().orElse("*");
        return send(request(key, "PUT", path, body.toString())
                .header("If-Match", etag)
                .build());
    }

    /** How many requests were sent once more. */
    public long retries() {
        return retries.sum();
    }

    private HttpRequest.Builder request(Key key, String method, String path, String body) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + key.secret())
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
    }

    private ApiAnswer send(HttpRequest request) throws InterruptedException {
        long giveUpNanos = System.nanoTime() + PATIENCE.toNanos();
        int serverErrors = 0;
        for (int attempt = 0; ; attempt++) {
            long began = System.nanoTime();
            try {
                HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
                outage.answered();
                int status = response.statusCode();
                boolean busy = status == 429 || status == 503;
                boolean again =
                        busy ? System.nanoTime() < giveUpNanos : status >= 500 && ++serverErrors < SERVER_ERRORS_MAX;
                if (!again) {
                    return answer(response, Duration.ofNanos(System.nanoTime() - began));
                }
                pause(attempt, retryAfterMillis(response));
            } catch (IOException e) {
                outage.failed(base.toString(), e);
                pause(attempt, 0);
            }
            retries.increment();
        }
    }

    private static long retryAfterMillis(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,4}"))
                .map(value -> Long.parseLong(value) * 1000)
                .orElse(0L);
    }

    /** Full jitter over a doubling span, and never less than what the answer asks for. */
    private static void pause(int attempt, long atLeastMillis) throws InterruptedException {
        long span = Math.min(BACKOFF_MILLIS_MAX, BACKOFF_MILLIS << Math.min(attempt, 10));
        Thread.sleep(atLeastMillis + ThreadLocalRandom.current().nextLong(1, span + 1));
    }

    private static ApiAnswer answer(HttpResponse<byte[]> response, Duration took) {
        return new ApiAnswer(
                response.statusCode(),
                response.headers().firstValue("ETag"),
                response.headers()
                        .firstValue("Idempotent-Replayed")
                        .filter("true"::equals)
                        .isPresent(),
                json(response.body()),
                took);
    }

    private static JsonNode json(byte[] body) {
        if (body.length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return TextNode.valueOf("no JSON");
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
