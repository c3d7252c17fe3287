package dev.holdfast.local.cloud.sources;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.local.cloud.Addresses;
import dev.holdfast.local.cloud.functions.FunctionFailed;
import dev.holdfast.local.cloud.functions.LambdaFunction;
import dev.holdfast.local.cloud.template.EventSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A rule that fires at a fixed rate, with EventBridge's scheduled event. */
final class Rate implements Mapping {
    private static final Logger LOG = LoggerFactory.getLogger(Rate.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EventSource.Schedule source;
    private final LambdaFunction function;
    private final Clock clock;
    private final ScheduledExecutorService timer;

    Rate(EventSource.Schedule source, LambdaFunction function, Clock clock) {
        this.source = source;
        this.function = function;
        this.clock = clock;
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("rule-" + source.rule()).factory());
    }

    @Override
    public void start() {
        long millis = source.every().toMillis();
        var _ = timer.scheduleAtFixedRate(this::fire, millis, millis, TimeUnit.MILLISECONDS);
    }

    private void fire() {
        try {
            function.invoke(event(source.rule(), source.input(), clock.instant()));
        } catch (FunctionFailed e) {
            LOG.warn("{} fired in vain, it will fire again", source.rule(), e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    static byte[] event(String rule, @Nullable String input, Instant now) {
        if (input != null) {
            return input.getBytes(StandardCharsets.UTF_8);
        }
        var event = JSON.createObjectNode()
                .put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put("detail-type", "Scheduled Event")
                .put("source", "aws.events")
                .put("account", Addresses.ACCOUNT)
                .put("time", now.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", Addresses.REGION);
        event.putArray("resources").add(Addresses.ruleArn(rule));
        event.putObject("detail");
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void stop() {
        timer.shutdown();
    }

    @Override
    public void awaitEnd() throws InterruptedException {
        if (!timer.awaitTermination(1, TimeUnit.MINUTES)) {
            timer.shutdownNow();
        }
    }
}
