package dev.holdfast.local.guards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** That what a stage costs at rest is counted from the template. */
final class CostRules {
    private CostRules() {}

    /** Rows of the table in docs/operations.md that count otherwise than the template. */
    static List<String> countsThatDiffer(Declared declared) {
        Map<String, Integer> counted = new LinkedHashMap<>();
        counted.put("the key", declared.properties("AWS::KMS::Key").size());
        counted.put("firewall", declared.properties("AWS::WAFv2::WebACL").size());
        counted.put(
                "rules of the firewall",
                declared.properties("AWS::WAFv2::WebACL").values().stream()
                        .mapToInt(firewall -> firewall.path("Rules").size())
                        .sum());
        counted.put(
                "metrics under alarms",
                declared.properties("AWS::CloudWatch::Alarm").values().stream()
                        .mapToInt(CostRules::metrics)
                        .sum());
        counted.put(
                "dashboards", declared.properties("AWS::CloudWatch::Dashboard").size());
        String table = Repository.text(Repository.ROOT.resolve("docs").resolve("operations.md"));
        List<String> broken = new ArrayList<>();
        counted.forEach((what, count) -> {
            if (!table.contains("| " + what + " | " + count + " |")) {
                broken.add("docs/operations.md must count " + count + " of: " + what);
            }
        });
        return broken;
    }

    /** An alarm over an expression is charged for each metric in it. */
    private static int metrics(JsonNode alarm) {
        return alarm.has("Metrics") ? alarm.findValues("MetricStat").size() : 1;
    }
}
