package dev.holdfast.local.cloud.template;

import dev.holdfast.local.cloud.Addresses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Resolves {@code Ref}, {@code Fn::GetAtt}, {@code Fn::Sub} and {@code Fn::Join} to what they mean on this machine. */
final class Intrinsics {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]+)}");

    private final Map<String, String> parameters;
    private final Map<String, String> typesByLogicalId;
    private final Map<String, String> physicalNames;
    private final Addresses addresses;

    Intrinsics(
            Map<String, String> parameters,
            Map<String, String> typesByLogicalId,
            Map<String, String> physicalNames,
            Addresses addresses) {
        this.parameters = parameters;
        this.typesByLogicalId = typesByLogicalId;
        this.physicalNames = physicalNames;
        this.addresses = addresses;
    }

    @Nullable
    Object resolve(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> map.size() == 1 ? resolveCall(map) : resolveEach(map);
            case List<?> list -> list.stream().map(this::resolve).toList();
            case null, default -> value;
        };
    }

    private @Nullable Object resolveCall(Map<?, ?> map) {
        Map.Entry<?, ?> call = map.entrySet().iterator().next();
        return switch (String.valueOf(call.getKey())) {
            case "Ref" -> ref(String.valueOf(call.getValue()));
            case "Fn::GetAtt" -> attribute(call.getValue());
            case "Fn::Sub" -> substitute(call.getValue());
            case "Fn::Join" -> join(call.getValue());
            default -> resolveEach(map);
        };
    }

    private Map<String, @Nullable Object> resolveEach(Map<?, ?> map) {
        Map<String, @Nullable Object> resolved = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (name.startsWith("Fn::")) {
                throw new TemplateProblem("local mode does not know " + name);
            }
            resolved.put(name, resolve(value));
        });
        return resolved;
    }

    private String ref(String name) {
        String pseudo = pseudoParameter(name);
        if (pseudo != null) {
            return pseudo;
        }
        String parameter = parameters.get(name);
        if (parameter != null) {
            return parameter;
        }
        return switch (typeOf(name)) {
            case "AWS::SQS::Queue" -> addresses.queueUrl(physicalName(name));
            case "AWS::SNS::Topic" -> Addresses.topicArn(physicalName(name));
            default -> physicalName(name);
        };
    }

    private static @Nullable String pseudoParameter(String name) {
        return switch (name) {
            case "AWS::Region" -> Addresses.REGION;
            case "AWS::AccountId" -> Addresses.ACCOUNT;
            case "AWS::Partition" -> "aws";
            case "AWS::StackName" -> Addresses.STACK;
            case "AWS::URLSuffix" -> "amazonaws.com";
            default -> null;
        };
    }

    private String attribute(Object argument) {
        String path = argument instanceof List<?> parts
                ? String.join(".", parts.stream().map(String::valueOf).toList())
                : String.valueOf(argument);
        int dot = path.indexOf('.');
        if (dot < 0) {
            throw new TemplateProblem("GetAtt needs a resource and an attribute, not '" + path + "'");
        }
        String logicalId = path.substring(0, dot);
        String name = physicalName(logicalId);
        return switch (typeOf(logicalId) + " " + path.substring(dot + 1)) {
            case "AWS::DynamoDB::Table Arn" -> Addresses.tableArn(name);
            case "AWS::DynamoDB::Table StreamArn" -> Addresses.tableArn(name) + "/stream/current";
            case "AWS::SQS::Queue Arn" -> Addresses.queueArn(name);
            case "AWS::SQS::Queue QueueName" -> name;
            case "AWS::SNS::Topic TopicArn" -> Addresses.topicArn(name);
            case "AWS::SNS::Topic TopicName" -> name;
            case "AWS::Serverless::Function Arn" -> Addresses.functionArn(name);
            default -> throw new TemplateProblem("local mode does not know the attribute " + path);
        };
    }

    private String substitute(Object argument) {
        String text = argument instanceof List<?> parts ? String.valueOf(parts.getFirst()) : String.valueOf(argument);
        Map<?, ?> own = argument instanceof List<?> parts && parts.size() > 1 && parts.get(1) instanceof Map<?, ?> map
                ? map
                : Map.of();
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(placeholder(match.group(1), match.group(2), own)));
    }

    private String placeholder(String literal, String name, Map<?, ?> own) {
        if (!literal.isEmpty()) {
            return "${" + name + "}";
        }
        if (own.containsKey(name)) {
            return String.valueOf(resolve(own.get(name)));
        }
        return name.contains(".") ? attribute(name) : ref(name);
    }

    private String join(Object argument) {
        if (argument instanceof List<?> parts && parts.size() == 2 && parts.get(1) instanceof List<?> values) {
            return String.join(
                    String.valueOf(parts.getFirst()),
                    values.stream().map(value -> String.valueOf(resolve(value))).toList());
        }
        throw new TemplateProblem("Join needs a delimiter and a list");
    }

    private String typeOf(String logicalId) {
        String type = typesByLogicalId.get(logicalId);
        if (type == null) {
            throw new TemplateProblem("the template refers to " + logicalId + ", which it does not declare");
        }
        return type;
    }

    String physicalName(String logicalId) {
        String name = physicalNames.get(logicalId);
        return name == null ? logicalId : name;
    }
}
