package dev.holdfast.aws.metrics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.json.JsonText;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * CloudWatch's embedded metric format: a line of JSON in the log becomes metrics, with the stage as their only
 * dimension. Costs no call.
 */
public final class EmbeddedMetrics implements Metrics {
    private static final String NAMESPACE = "Holdfast";
    private static final String STAGE = "Stage";

    private final String stage;
    private final InstantSource clock;
    private final Consumer<String> log;

    public EmbeddedMetrics(String stage, InstantSource clock, Consumer<String> log) {
        this.stage = stage;
        this.clock = clock;
        this.log = log;
    }

    /** Metrics of a function, on standard output, where CloudWatch finds them; it is asked for at each line. */
    public static Metrics of(String stage) {
        return new EmbeddedMetrics(stage, InstantSource.system(), line -> System.out.println(line));
    }

    @Override
    public void tell(Map<Metric, Long> values, Map<String, String> about) {
        Map<Metric, Long> inOrder = new TreeMap<>(values);
        ObjectNode line = JsonText.object();
        ObjectNode directive = line.putObject("_aws")
                .put("Timestamp", clock.millis())
                .putArray("CloudWatchMetrics")
                .addObject()
                .put("Namespace", NAMESPACE);
        directive.putArray("Dimensions").addArray().add(STAGE);
        ArrayNode declared = directive.putArray("Metrics");
        inOrder.keySet()
                .forEach(metric -> declared.addObject().put("Name", metric.id()).put("Unit", metric.unit()));
        line.put(STAGE, stage);
        inOrder.forEach((metric, value) -> line.put(metric.id(), value));
        new TreeMap<>(about).forEach(line::put);
        log.accept(JsonText.write(line));
    }
}
