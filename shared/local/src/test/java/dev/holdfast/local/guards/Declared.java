package dev.holdfast.local.guards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.holdfast.local.cloud.template.CloudFormationYaml;
import java.util.Map;
import java.util.TreeMap;

/** What a template says word by word, with references as references; and its text, for what its comments say. */
record Declared(String text, JsonNode template) {
    static Declared of(String yaml) {
        return new Declared(yaml, new ObjectMapper().valueToTree(CloudFormationYaml.parse(yaml)));
    }

    /** Properties of all resources of a type, by logical id. */
    Map<String, JsonNode> properties(String type) {
        Map<String, JsonNode> found = new TreeMap<>();
        template.path("Resources").properties().forEach(resource -> {
            if (resource.getValue().path("Type").asText().equals(type)) {
                found.put(resource.getKey(), resource.getValue().path("Properties"));
            }
        });
        return found;
    }

    /** The type of a resource; empty where there is none of this id. */
    String type(String logicalId) {
        return template.path("Resources").path(logicalId).path("Type").asText();
    }

    Map<String, JsonNode> queues() {
        return properties("AWS::SQS::Queue");
    }

    Map<String, JsonNode> functions() {
        return properties("AWS::Serverless::Function");
    }

    /** Event sources of a type, by {@code function.event}. */
    Map<String, JsonNode> events(String type) {
        Map<String, JsonNode> found = new TreeMap<>();
        functions()
                .forEach((function, properties) -> properties
                        .path("Events")
                        .properties()
                        .forEach(event -> {
                            if (event.getValue().path("Type").asText().equals(type)) {
                                found.put(
                                        function + "." + event.getKey(),
                                        event.getValue().path("Properties"));
                            }
                        }));
        return found;
    }

    int timeoutSeconds(String function) {
        return functions()
                .getOrDefault(function, MissingNode.getInstance())
                .path("Timeout")
                .asInt(template.at("/Globals/Function/Timeout").asInt(3));
    }

    /** The logical id that a {@code Ref} or {@code GetAtt} means; empty where the value is neither. */
    static String target(JsonNode reference) {
        JsonNode attribute = reference.path("Fn::GetAtt");
        String path = attribute.isArray() ? attribute.get(0).asText() : attribute.asText();
        return reference.path("Ref").asText(path.split("\\.", 2)[0]);
    }
}
