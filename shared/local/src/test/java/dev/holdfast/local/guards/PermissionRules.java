package dev.holdfast.local.guards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who may do what. Each rule returns what breaks it. */
final class PermissionRules {
    /** Policies that are part of a resource: in them any resource means that one. */
    private static final Set<String> OF_A_RESOURCE =
            Set.of("AWS::KMS::Key", "AWS::SQS::QueuePolicy", "AWS::DynamoDB::Table");

    /** Services whose actions know no resources. */
    private static final Set<String> WITHOUT_RESOURCES = Set.of("xray");

    private static final Pattern ANY_RESOURCE = Pattern.compile("Resource: *(\"\\*\"|'\\*'|\\*\\s)");
    private static final Pattern REASON = Pattern.compile("# any: \\w.*\\s+Resource: \"\\*\"");
    private static final Set<String> OVERWRITE =
            Set.of("dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem", "dynamodb:PartiQLUpdate");

    private static final Pattern OWN_ARN = Pattern.compile("\\$\\{(\\w+)\\.Arn}");
    private static final Set<String> MAPPING_OF_A_QUEUE =
            Set.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");
    private static final Set<String> MAPPING_OF_A_STREAM = Set.of(
            "dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams");

    private PermissionRules() {}

    /** A permission on everything, where it could be on something, or without its reason in a comment before it. */
    static List<String> permissionsOnEverything(Declared declared) {
        List<String> broken = new ArrayList<>();
        List<String> any = new ArrayList<>();
        statements(declared, (name, statement) -> {
            if (texts(statement.path("Resource")).anyMatch("*"::equals)) {
                any.add(name);
                String type = declared.type(name.split("\\.", 2)[0]);
                boolean unavoidable = OF_A_RESOURCE.contains(type)
                        || texts(statement.path("Action"))
                                .allMatch(action -> WITHOUT_RESOURCES.contains(action.split(":", 2)[0]));
                if (!unavoidable) {
                    broken.add(name + " has a permission on everything");
                }
            }
        });
        long written = ANY_RESOURCE.matcher(declared.text()).results().count();
        long explained = REASON.matcher(declared.text()).results().count();
        if (written != any.size() || explained != any.size()) {
            broken.add(any.size() + " permissions are on any resource, " + explained
                    + " have a comment '# any: why' before a Resource: \"*\" of their own");
        }
        return broken;
    }

    /** Something allowed to everybody, or everything of a service allowed to somebody. */
    static List<String> permissionsTooWide(Declared declared) {
        List<String> broken = new ArrayList<>();
        statements(declared, (name, statement) -> {
            if (!statement.path("Effect").asText().equals("Allow")) {
                return;
            }
            JsonNode principal = statement.path("Principal");
            if (texts(principal).anyMatch("*"::equals)
                    || texts(principal.path("AWS")).anyMatch("*"::equals)) {
                broken.add(name + " allows something to everybody");
            }
            boolean ofTheKey = declared.type(name.split("\\.", 2)[0]).equals("AWS::KMS::Key");
            if (!ofTheKey
                    && texts(statement.path("Action"))
                            .anyMatch(action -> action.equals("*") || action.endsWith(":*"))) {
                broken.add(name + " allows everything of a service");
            }
        });
        return broken;
    }

    /** A function that may write the journal without being denied to change it. */
    static List<String> writersThatMayChangeTheJournal(Declared declared) {
        List<String> broken = new ArrayList<>();
        declared.functions().keySet().forEach(function -> {
            boolean writes = ofTheJournal(declared, function, "Allow").anyMatch("dynamodb:PutItem"::equals);
            if (writes && !ofTheJournal(declared, function, "Deny").toList().containsAll(OVERWRITE)) {
                broken.add(function + " writes the journal and is not denied " + OVERWRITE);
            }
            if (ofTheJournal(declared, function, "Allow").anyMatch(OVERWRITE::contains)) {
                broken.add(function + " may change the journal");
            }
        });
        boolean closed = false;
        for (JsonNode statement : declared
                .properties("AWS::DynamoDB::Table")
                .getOrDefault("JournalTable", declared.template().path("none"))
                .findValues("Statement")
                .stream()
                .flatMap(JsonNode::valueStream)
                .toList()) {
            closed |= statement.path("Effect").asText().equals("Deny")
                    && statement.path("Principal").asText().equals("*")
                    && texts(statement.path("Action")).toList().containsAll(OVERWRITE);
        }
        if (!closed) {
            broken.add("the journal's own policy does not deny " + OVERWRITE + " to everybody");
        }
        return broken;
    }

    private static Stream<String> ofTheJournal(Declared declared, String function, String effect) {
        List<String> actions = new ArrayList<>();
        statements(declared, (name, statement) -> {
            boolean journal = Stream.concat(
                            Stream.of(statement.path("Resource")),
                            statement.path("Resource").valueStream())
                    .anyMatch(resource -> Declared.target(resource).equals("JournalTable"));
            if (name.equals(function)
                    && journal
                    && statement.path("Effect").asText().equals(effect)) {
                texts(statement.path("Action")).forEach(actions::add);
            }
        });
        return actions.stream();
    }

    /** What functions are allowed, or need for their mappings, and their boundary cuts off again. */
    static List<String> permissionsThatTheBoundaryCutsOff(Declared declared) {
        String boundary = Declared.target(declared.template().at("/Globals/Function/PermissionsBoundary"));
        Set<String> most = new HashSet<>();
        List<String> needed = new ArrayList<>();
        statements(declared, (name, statement) -> {
            boolean allows = statement.path("Effect").asText().equals("Allow");
            if (allows && name.equals(boundary)) {
                most.addAll(permissions(statement));
            } else if (allows && declared.functions().containsKey(name)) {
                permissions(statement).forEach(permission -> needed.add(name + ": " + permission));
            }
        });
        declared.events("SQS")
                .forEach((event, properties) -> MAPPING_OF_A_QUEUE.forEach(
                        action -> needed.add(event + ": " + action + " on " + named(properties.path("Queue")))));
        declared.events("DynamoDB").forEach((event, properties) -> {
            MAPPING_OF_A_STREAM.forEach(action ->
                    needed.add(event + ": " + action + " on " + named(properties.path("Stream")) + "/stream/any"));
            needed.add(
                    event + ": sqs:SendMessage on " + named(properties.at("/DestinationConfig/OnFailure/Destination")));
        });
        return needed.stream()
                .filter(permission -> {
                    String asked = permission.split(": ", 2)[1];
                    return most.stream()
                            .noneMatch(allowed -> allowed.equals(asked)
                                    || (allowed.endsWith("*")
                                            && asked.startsWith(allowed.substring(0, allowed.length() - 1))));
                })
                .map(permission -> permission + ", which " + boundary + " cuts off")
                .toList();
    }

    private static List<String> permissions(JsonNode statement) {
        List<String> permissions = new ArrayList<>();
        JsonNode resources = statement.path("Resource");
        (resources.isArray() ? resources.valueStream() : Stream.of(resources))
                .forEach(resource -> texts(statement.path("Action"))
                        .forEach(action -> permissions.add(action + " on " + named(resource))));
        return permissions;
    }

    /** A resource by its logical id, with what follows its ARN. */
    private static String named(JsonNode reference) {
        return reference.has("Fn::Sub")
                ? OWN_ARN.matcher(reference.path("Fn::Sub").asText()).replaceAll("$1")
                : Declared.target(reference);
    }

    /** Queues and topics that take what comes unencrypted. */
    static List<String> channelsWithoutTls(Declared declared) {
        List<String> broken = new ArrayList<>();
        openChannels(broken, declared, declared.queues(), "AWS::SQS::QueuePolicy", "Queues");
        openChannels(broken, declared, declared.properties("AWS::SNS::Topic"), "AWS::SNS::TopicPolicy", "Topics");
        return broken;
    }

    private static void openChannels(
            List<String> broken, Declared declared, Map<String, JsonNode> channels, String policyType, String member) {
        channels.keySet().stream()
                .filter(channel -> declared.properties(policyType).values().stream()
                        .filter(policy -> policy.path(member)
                                .valueStream()
                                .anyMatch(
                                        reference -> Declared.target(reference).equals(channel)))
                        .flatMap(
                                policy -> policy.at("/PolicyDocument/Statement").valueStream())
                        .noneMatch(
                                statement -> statement.path("Effect").asText().equals("Deny")
                                        && statement
                                                .at("/Condition/Bool/aws:SecureTransport")
                                                .asText()
                                                .equals("false")))
                .forEach(channel -> broken.add(channel + " does not refuse what comes without TLS"));
    }

    /** Every statement of every policy, with the logical id of its resource. */
    private static void statements(Declared declared, BiConsumer<String, JsonNode> visitor) {
        declared.template()
                .path("Resources")
                .properties()
                .forEach(resource -> resource.getValue()
                        .findValues("Statement")
                        .forEach(statements -> statements.forEach(statement -> {
                            if (statement.has("Effect")) {
                                visitor.accept(resource.getKey(), statement);
                            }
                        })));
    }

    private static Stream<String> texts(JsonNode oneOrMore) {
        return oneOrMore.isArray()
                ? oneOrMore.valueStream().map(JsonNode::asText)
                : oneOrMore.isTextual() ? Stream.of(oneOrMore.asText()) : Stream.empty();
    }
}
