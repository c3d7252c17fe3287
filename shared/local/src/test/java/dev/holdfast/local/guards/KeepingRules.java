package dev.holdfast.local.guards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is kept is kept safe, and no longer than meant. Each rule returns what breaks it. */
final class KeepingRules {
    private KeepingRules() {}

    /** Tables that can be lost: by a deployment, by a deletion, or by a write that cannot be taken back. */
    static List<String> tablesThatCanBeLost(Declared declared) {
        List<String> broken = new ArrayList<>();
        declared.properties("AWS::DynamoDB::Table").forEach((name, properties) -> {
            JsonNode resource = declared.template().path("Resources").path(name);
            if (!resource.path("DeletionPolicy").asText().equals("Retain")
                    || !resource.path("UpdateReplacePolicy").asText().equals("Retain")) {
                broken.add(name + " goes with its stack");
            }
            if (!properties
                    .at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                    .asBoolean()) {
                broken.add(name + " cannot be restored to a point in time");
            }
            if (!inAccount(properties.path("DeletionProtectionEnabled")).asBoolean()) {
                broken.add(name + " is not protected from deletion");
            }
        });
        return broken;
    }

    /** Tables, queues, topics and logs that are not encrypted with the stack's own key. */
    static List<String> keptInTheOpen(Declared declared) {
        List<String> broken = new ArrayList<>();
        declared.properties("AWS::DynamoDB::Table")
                .forEach((name, properties) -> expectKey(
                        broken,
                        name,
                        inAccount(properties.path("SSESpecification")).path("KMSMasterKeyId"),
                        declared));
        declared.queues()
                .forEach((name, properties) -> expectKey(broken, name, properties.path("KmsMasterKeyId"), declared));
        declared.properties("AWS::SNS::Topic")
                .forEach((name, properties) -> expectKey(broken, name, properties.path("KmsMasterKeyId"), declared));
        declared.properties("AWS::Logs::LogGroup")
                .forEach((name, properties) -> expectKey(broken, name, properties.path("KmsKeyId"), declared));
        return broken;
    }

    private static void expectKey(List<String> broken, String name, JsonNode key, Declared declared) {
        if (!declared.type(Declared.target(key)).equals("AWS::KMS::Key")) {
            broken.add(name + " is not encrypted with the stack's key");
        }
    }

    /** Functions without a log group of their own that forgets after a while. */
    static List<String> logsKeptForEver(Declared declared) {
        List<String> broken = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        declared.functions().forEach((function, properties) -> {
            String group = Declared.target(properties.at("/LoggingConfig/LogGroup"));
            JsonNode logs = declared.properties("AWS::Logs::LogGroup").get(group);
            if (logs == null || !logs.has("RetentionInDays")) {
                broken.add(function + " has no log group with a retention");
            } else if (!taken.add(group)) {
                broken.add(function + " shares its log group");
            }
        });
        return broken;
    }

    /** What a property is in an account: the first branch of its condition, or itself. */
    private static JsonNode inAccount(JsonNode value) {
        return value.has("Fn::If") ? value.path("Fn::If").path(1) : value;
    }
}
