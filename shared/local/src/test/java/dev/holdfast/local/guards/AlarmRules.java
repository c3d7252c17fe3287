package dev.holdfast.local.guards;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.aws.metrics.Metric;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What wakes a person, and what that person then reads. Each rule returns what breaks it. */
final class AlarmRules {
    private static final Path RUNBOOK = Repository.ROOT.resolve("docs").resolve("runbook");
    private static final String CONTENTS = "README.md";
    private static final Pattern PAGE = Pattern.compile("Runbook: docs/runbook/([a-z-]+\\.md)$");

    private static final Pattern ON_DASHBOARD = Pattern.compile("Holdfast\\W+([A-Za-z]+)\\W+Stage\\W");
    private static final Pattern TOLD = Pattern.compile("\\bMetric\\.([A-Z_]+)\\b");

    private AlarmRules() {}

    /** Whatever can go wrong without anybody being told. */
    static List<String> failuresThatNobodyHears(Declared declared) {
        List<String> broken = new ArrayList<>();
        Set<String> dead = MessagingRules.deadLetterQueues(declared);
        declared.queues()
                .keySet()
                .forEach(queue -> expect(
                        broken,
                        declared,
                        queue,
                        dead.contains(queue) ? "ApproximateNumberOfMessagesVisible" : "ApproximateAgeOfOldestMessage"));
        declared.functions().keySet().forEach(function -> {
            expect(broken, declared, function, "Errors");
            expect(broken, declared, function, "Throttles");
        });
        declared.events("DynamoDB").keySet().stream()
                .map(event -> event.split("\\.", 2)[0])
                .distinct()
                .forEach(function -> expect(broken, declared, function, "IteratorAge"));
        return broken;
    }

    private static void expect(List<String> broken, Declared declared, String of, String metric) {
        if (alarms(declared).values().stream()
                .noneMatch(alarm -> alarm.path("MetricName").asText().equals(metric)
                        && alarm.path("Dimensions")
                                .valueStream()
                                .anyMatch(dimension ->
                                        Declared.target(dimension.path("Value")).equals(of)))) {
            broken.add(of + " has no alarm on " + metric);
        }
    }

    /** Alarms that reach nobody. */
    static List<String> alarmsWithoutListener(Declared declared) {
        Set<String> heard = declared.properties("AWS::SNS::Subscription").values().stream()
                .map(subscription -> Declared.target(subscription.path("TopicArn")))
                .collect(Collectors.toSet());
        return alarms(declared).entrySet().stream()
                .filter(alarm -> alarm.getValue()
                        .path("AlarmActions")
                        .valueStream()
                        .noneMatch(action -> heard.contains(Declared.target(action))))
                .map(alarm -> alarm.getKey() + " reaches nobody")
                .toList();
    }

    /** Alarms without a page of the runbook, and pages without an alarm. */
    static List<String> alarmsAndPagesThatDiffer(Declared declared) {
        List<String> broken = new ArrayList<>();
        Set<String> pages = new TreeSet<>(Repository.names(RUNBOOK));
        pages.remove(CONTENTS);
        Set<String> named = new HashSet<>();
        alarms(declared).forEach((name, alarm) -> {
            Matcher page = PAGE.matcher(alarm.path("AlarmDescription").asText());
            if (!page.find() || !pages.contains(page.group(1))) {
                broken.add(name + " names no page of docs/runbook");
            } else {
                named.add(page.group(1));
            }
        });
        pages.stream().filter(page -> !named.contains(page)).forEach(page -> broken.add(page + " has no alarm"));
        return broken;
    }

    /** Metrics of ours that an alarm or the dashboard shows and no function tells. */
    static List<String> metricsThatNobodyWrites(Declared declared) {
        Set<String> told = metricsTold(Repository.ROOT).stream().map(Metric::id).collect(Collectors.toSet());
        return metricsListenedTo(declared)
                .filter(listened -> !told.contains(listened.getValue()))
                .map(listened -> listened.getKey() + " listens to " + listened.getValue() + ", which nobody writes")
                .toList();
    }

    /** Metrics of ours that no alarm and no dashboard shows. */
    static List<String> metricsThatNobodyHears(Declared declared) {
        Set<String> heard = metricsListenedTo(declared).map(Map.Entry::getValue).collect(Collectors.toSet());
        return Stream.of(Metric.values())
                .map(Metric::id)
                .filter(metric -> !heard.contains(metric))
                .map(metric -> metric + " is written and shown nowhere")
                .toList();
    }

    /** Resource and name of each metric of ours. */
    private static Stream<Map.Entry<String, String>> metricsListenedTo(Declared declared) {
        Stream<Map.Entry<String, String>> alarmed = alarms(declared).entrySet().stream()
                .flatMap(alarm -> Stream.concat(
                                Stream.of(alarm.getValue()), alarm.getValue().findValues("Metric").stream())
                        .filter(metric -> metric.path("Namespace").asText().equals("Holdfast"))
                        .map(metric -> Map.entry(
                                alarm.getKey(), metric.path("MetricName").asText())));
        Stream<Map.Entry<String, String>> shown = declared.properties("AWS::CloudWatch::Dashboard").entrySet().stream()
                .flatMap(dashboard -> ON_DASHBOARD
                        .matcher(dashboard.getValue().toString())
                        .results()
                        .map(found -> Map.entry(dashboard.getKey(), found.group(1))));
        return Stream.concat(alarmed, shown);
    }

    /** Metrics that the code which ships under this root tells, wherever it does. */
    static Set<Metric> metricsTold(Path root) {
        return Stream.of("functions", "shared/aws")
                .map(root::resolve)
                .flatMap(room -> Repository.files(room).stream())
                .filter(file -> file.toString().contains("/src/main/")
                        && file.toString().endsWith(".java"))
                .flatMap(file -> TOLD.matcher(Repository.text(file)).results())
                .map(found -> Metric.valueOf(found.group(1)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Metric.class)));
    }

    private static Map<String, JsonNode> alarms(Declared declared) {
        return declared.properties("AWS::CloudWatch::Alarm");
    }
}
