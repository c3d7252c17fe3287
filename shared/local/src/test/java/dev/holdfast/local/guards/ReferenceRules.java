package dev.holdfast.local.guards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The template names nothing: AWS makes the names, and the template refers to them. */
final class ReferenceRules {
    /** Properties that would fix the name of a resource. */
    private static final Set<String> NAMES = Set.of(
            "TableName",
            "QueueName",
            "TopicName",
            "FunctionName",
            "RoleName",
            "ManagedPolicyName",
            "AlarmName",
            "DashboardName",
            "LogGroupName");

    /** An ARN, a queue's or endpoint's URL, an account. */
    private static final Pattern FIXED =
            Pattern.compile("arn:(?!\\$\\{AWS::Partition})|amazonaws\\.com/\\d|\\b\\d{12}\\b");

    private ReferenceRules() {}

    static List<String> fixedNames(Declared declared) {
        List<String> broken = new ArrayList<>();
        walk("", declared.template().path("Resources"), broken);
        declared.functions().forEach((function, properties) -> {
            properties.at("/Environment/Variables").properties().forEach(variable -> {
                if (Declared.target(variable.getValue()).isEmpty()) {
                    broken.add(function + "." + variable.getKey() + " is no reference");
                }
            });
            properties.path("Policies").findValues("Resource").forEach(resource -> {
                if (resource.isTextual()
                        || (resource.isArray() && resource.valueStream().anyMatch(JsonNode::isTextual))) {
                    broken.add(function + " has a permission on " + resource + ", which is no reference");
                }
            });
        });
        return broken;
    }

    private static void walk(String path, JsonNode node, List<String> broken) {
        if (node.isTextual() && FIXED.matcher(node.textValue()).find()) {
            broken.add(path + " fixes " + node.textValue());
        }
        node.properties().forEach(entry -> {
            if (NAMES.contains(entry.getKey()) && entry.getValue().isTextual()) {
                broken.add(path + "/" + entry.getKey() + " gives a name");
            }
            walk(path + "/" + entry.getKey(), entry.getValue(), broken);
        });
        if (node.isArray()) {
            node.forEach(item -> walk(path, item, broken));
        }
    }
}
