package dev.holdfast.local.cloud.template;

import dev.holdfast.local.cloud.Addresses;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one of a function's {@code Events}; the defaults are Lambda's own. */
final class EventReader {
    private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");
    private static final Pattern STREAM = Pattern.compile(".*:table/([^/]+)/stream/.*");
    private static final Pattern EVENT_NAMES = Pattern.compile("\\{\"eventName\": \\[(\"[A-Z]+\"(?:, \"[A-Z]+\")*)]}");
    private static final String PARTIAL_RESPONSE = "ReportBatchItemFailures";
    /** Lambda reads a queue with this many pollers before it scales. */
    private static final int POLLERS = 5;

    private EventReader() {}

    static EventSource read(Section event) {
        String type = event.text("Type");
        Section properties = event.section("Properties");
        event.refuseTheRest();
        return switch (type) {
            case "Api" -> api(properties);
            case "SQS" -> queue(properties);
            case "DynamoDB" -> stream(properties);
            case "Schedule" -> schedule(properties);
            default ->
                throw new TemplateProblem("local mode does not know the event type " + type + " at " + event.path());
        };
    }

    private static EventSource api(Section properties) {
        EventSource.Api api =
                new EventSource.Api(properties.text("Method").toUpperCase(Locale.ROOT), properties.text("Path"));
        properties.refuseTheRest("RestApiId", "RequestModel", "RequestParameters", "Auth");
        return api;
    }

    private static EventSource queue(Section properties) {
        Section scaling = properties.section("ScalingConfig");
        EventSource.Queue queue = new EventSource.Queue(
                Addresses.queueName(properties.text("Queue")),
                properties.number("BatchSize", 10),
                Duration.ofSeconds(properties.number("MaximumBatchingWindowInSeconds", 0)),
                scaling.number("MaximumConcurrency", POLLERS),
                partialResponse(properties));
        scaling.refuseTheRest();
        refuseSwitchedOff(properties);
        properties.refuseTheRest();
        return queue;
    }

    private static void refuseSwitchedOff(Section properties) {
        if (!properties.flag("Enabled", true)) {
            throw new TemplateProblem(properties.path() + " is switched off, which local mode does not know");
        }
    }

    private static EventSource stream(Section properties) {
        Matcher table = STREAM.matcher(properties.text("Stream"));
        if (!table.matches()) {
            throw new TemplateProblem(properties.path() + ".Stream is no table's stream");
        }
        String start = properties.text("StartingPosition");
        if (!List.of("TRIM_HORIZON", "LATEST").contains(start)) {
            throw new TemplateProblem(properties.path() + ".StartingPosition must be TRIM_HORIZON or LATEST");
        }
        EventSource.Stream stream = new EventSource.Stream(
                table.group(1),
                start.equals("TRIM_HORIZON"),
                eventNames(properties),
                properties.number("BatchSize", 100),
                Duration.ofSeconds(properties.number("MaximumBatchingWindowInSeconds", 0)),
                properties.flag("BisectBatchOnFunctionError"),
                properties.number("MaximumRetryAttempts", -1),
                partialResponse(properties),
                onFailure(properties));
        refuseSwitchedOff(properties);
        properties.refuseTheRest("MaximumRecordAgeInSeconds");
        return stream;
    }

    private static Set<String> eventNames(Section properties) {
        Section criteria = properties.section("FilterCriteria");
        List<Section> filters = criteria.sections("Filters");
        criteria.refuseTheRest();
        Set<String> names = new TreeSet<>();
        for (Section filter : filters) {
            Matcher pattern = EVENT_NAMES.matcher(filter.text("Pattern"));
            if (!pattern.matches()) {
                throw new TemplateProblem(filter.path() + ".Pattern must name events: {\"eventName\": [\"MODIFY\"]}");
            }
            filter.refuseTheRest();
            Collections.addAll(names, pattern.group(1).replaceAll("[\" ]", "").split(",", -1));
        }
        return names;
    }

    private static @Nullable String onFailure(Section properties) {
        if (!properties.has("DestinationConfig")) {
            return null;
        }
        Section config = properties.section("DestinationConfig");
        Section destination = config.section("OnFailure");
        config.refuseTheRest();
        String type = destination.text("Type", "SQS");
        if (!type.equals("SQS")) {
            throw new TemplateProblem(destination.path() + ".Type must be SQS, not " + type);
        }
        String queue = Addresses.queueName(destination.text("Destination"));
        destination.refuseTheRest();
        return queue;
    }

    private static EventSource schedule(Section properties) {
        String expression = properties.text("Schedule");
        Matcher rate = RATE.matcher(expression);
        if (!rate.matches()) {
            throw new TemplateProblem(properties.path() + ".Schedule must be a rate, not '" + expression + "'");
        }
        long count = Long.parseLong(rate.group(1));
        Duration every = switch (rate.group(2)) {
            case "minute" -> Duration.ofMinutes(count);
            case "hour" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
        EventSource.Schedule schedule =
                new EventSource.Schedule(properties.text("Name"), every, properties.textOrNull("Input"));
        refuseSwitchedOff(properties);
        properties.refuseTheRest("Description", "RetryPolicy");
        return schedule;
    }

    private static boolean partialResponse(Section properties) {
        List<String> types = properties.texts("FunctionResponseTypes");
        if (!types.isEmpty() && !types.equals(List.of(PARTIAL_RESPONSE))) {
            throw new TemplateProblem(properties.path() + ".FunctionResponseTypes can only be " + PARTIAL_RESPONSE);
        }
        return !types.isEmpty();
    }
}
