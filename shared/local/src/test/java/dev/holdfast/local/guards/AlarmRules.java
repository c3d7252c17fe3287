package dev.holdfast.local.guards;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /** The metrics that functions write themselves. */
    private static final Set<String> OWN_METRICS = Set.of(
            "OrdersAccepted",
            "OrdersReserved",
            "OrdersRefused",
            "DecisionLatency",
            "ReservationConflicts",
            "AlertsRaised",
            "DeadLettersWritten",
            "OrdersStuck",
            "PaymentsUnknown",
            "JournalTampered");

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

    /** Alarms on metrics of ours that no function writes. */
    static List<String> metricsThatNobodyWrites(Declared declared) {
        return alarms(declared).entrySet().stream()
                .flatMap(alarm -> Stream.concat(
                                Stream.of(alarm.getValue()), alarm.getValue().findValues("Metric").stream())
                        .filter(metric -> metric.path("Namespace").asText().equals("Holdfast"))
                        .filter(metric ->
                                !OWN_METRICS.contains(metric.path("MetricName").asText()))
                        .map(metric -> alarm.getKey() + " listens to "
                                + metric.path("MetricName").asText() + ", which nobody writes"))
                .toList();
    }

    private static Map<String, JsonNode> alarms(Declared declared) {
        return declared.properties("AWS::CloudWatch::Alarm");
    }
}
