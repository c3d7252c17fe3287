package dev.holdfast.local.cloud.template;

import dev.holdfast.local.cloud.Addresses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a SAM template into what local mode starts. Paths of artefacts are relative to the template. */
public final class TemplateReader {
    private static final String[] MEANINGLESS_FOR_RESOURCES = {
        "DeletionPolicy", "UpdateReplacePolicy", "Metadata", "DependsOn"
    };
    /** What one machine has nothing of; whether it is there may hang on a condition. */
    private static final Set<String> PASSED_OVER = Set.of(
            "AWS::CloudWatch::Alarm",
            "AWS::CloudWatch::Dashboard",
            "AWS::IAM::ManagedPolicy",
            "AWS::IAM::Role",
            "AWS::KMS::Key",
            "AWS::Lambda::Permission",
            "AWS::Logs::LogGroup",
            "AWS::SNS::TopicPolicy",
            "AWS::SQS::QueuePolicy",
            "AWS::WAFv2::WebACL",
            "AWS::WAFv2::WebACLAssociation");

    private final Path directory;
    private final Section root;
    private final Intrinsics intrinsics;

    private TemplateReader(Path directory, Map<?, ?> document, Addresses addresses) {
        this.directory = directory;
        Map<String, String> types = new HashMap<>();
        Map<String, String> physicalNames = new HashMap<>();
        if (document.get("Resources") instanceof Map<?, ?> resources) {
            resources.forEach((logicalId, resource) -> {
                String name = String.valueOf(logicalId);
                if (resource instanceof Map<?, ?> map) {
                    types.put(name, String.valueOf(map.get("Type")));
                    boolean fifo = map.get("Properties") instanceof Map<?, ?> properties
                            && Boolean.TRUE.equals(properties.get("FifoQueue"));
                    physicalNames.put(name, fifo ? name + ".fifo" : name);
                }
            });
        }
        this.intrinsics = new Intrinsics(defaultsOfParameters(document), types, physicalNames, addresses);
        this.root = new Section("template", document, intrinsics);
    }

    /**
     * Reads the file.
     *
     * @throws TemplateProblem when the template says something that local mode cannot follow
     */
    public static Template read(Path file, Addresses addresses) throws IOException {
        Path directory = file.toAbsolutePath().normalize().getParent();
        return parse(Files.readString(file), directory == null ? Path.of("") : directory, addresses);
    }

    /**
     * Reads a template's text; the paths in it are relative to the directory.
     *
     * @throws TemplateProblem when the template says something that local mode cannot follow
     */
    public static Template parse(String yaml, Path directory, Addresses addresses) {
        try {
            if (CloudFormationYaml.parse(yaml) instanceof Map<?, ?> document) {
                return new TemplateReader(directory, document, addresses).template();
            }
            throw new TemplateProblem("the template is not a mapping");
        } catch (YAMLException e) {
            throw new TemplateProblem("the template cannot be read: " + e.getMessage());
        }
    }

    private static Map<String, String> defaultsOfParameters(Map<?, ?> document) {
        Map<String, String> defaults = new HashMap<>();
        if (document.get("Parameters") instanceof Map<?, ?> parameters) {
            parameters.forEach((name, declaration) -> {
                Object value = declaration instanceof Map<?, ?> map ? map.get("Default") : null;
                if (value == null) {
                    throw new TemplateProblem("the parameter " + name + " has no default, which local mode needs");
                }
                defaults.put(String.valueOf(name), value.toString());
            });
        }
        return defaults;
    }

    private Template template() {
        List<TableSpec> tables = new ArrayList<>();
        List<QueueSpec> queues = new ArrayList<>();
        List<TopicSpec> topics = new ArrayList<>();
        List<SubscriptionSpec> subscriptions = new ArrayList<>();
        List<FunctionSpec> functions = new ArrayList<>();
        Section globals = root.section("Globals");
        globals.section("Function");
        globals.refuseTheRest("Api");
        Section resources = root.section("Resources");
        for (String logicalId : resources.keys()) {
            Section resource = resources.section(logicalId);
            String type = resource.text("Type");
            if (PASSED_OVER.contains(type)) {
                continue;
            }
            Section properties = resource.section("Properties");
            resource.refuseTheRest(MEANINGLESS_FOR_RESOURCES);
            String name = intrinsics.physicalName(logicalId);
            switch (type) {
                case "AWS::DynamoDB::Table" -> tables.add(TableReader.read(name, properties));
                case "AWS::SQS::Queue" -> queues.add(QueueReader.read(name, properties));
                case "AWS::SNS::Topic" -> {
                    topics.add(new TopicSpec(name));
                    properties.refuseTheRest("DisplayName", "KmsMasterKeyId", "Tags", "TracingConfig");
                }
                case "AWS::SNS::Subscription" -> subscriptions.add(SubscriptionReader.read(properties));
                case "AWS::Serverless::Function" ->
                    functions.add(FunctionReader.read(name, properties, globals.section("Function"), directory));
                case "AWS::Serverless::Api" ->
                    properties.refuseTheRest(
                            "StageName",
                            "EndpointConfiguration",
                            "TracingEnabled",
                            "MethodSettings",
                            "Tags",
                            "AccessLogSetting",
                            "Auth",
                            "GatewayResponses",
                            "Models",
                            "Name",
                            "OpenApiVersion");
                default ->
                    throw new TemplateProblem(
                            "local mode does not know the resource type " + type + " of " + logicalId);
            }
        }
        root.refuseTheRest(
                "AWSTemplateFormatVersion",
                "Transform",
                "Description",
                "Parameters",
                "Mappings",
                "Conditions",
                "Metadata",
                "Outputs");
        return new Template(tables, queues, topics, subscriptions, functions);
    }
}
