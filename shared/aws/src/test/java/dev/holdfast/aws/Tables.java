package dev.holdfast.aws;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/**
 * The tables of {@code template.yaml}, in memory, empty; a table is called as its resource in the template. To be
 * closed after the test.
 */
public final class Tables implements AutoCloseable {
    private static final Path TEMPLATE = Path.of("..", "..", "template.yaml");
    private static final Map<Path, MappingNode> PARSED = new ConcurrentHashMap<>();

    private final Database database;
    private final DynamoDbClient client;

    private Tables(Database database) {
        this.database = database;
        this.client = database.client();
    }

    /** An empty database, to be closed after the test. */
    public interface Database extends AutoCloseable {
        DynamoDbClient client();

        @Override
        void close();
    }

    private record Local(AmazonDynamoDBLocal local) implements Database {
        @Override
        public DynamoDbClient client() {
            return local.dynamoDbClient();
        }

        @Override
        public void close() {
            local.shutdown();
        }
    }

    /** These tables, or all where none is named, in DynamoDB Local. */
    public static Tables of(String... names) {
        return in(new Local(DynamoDBEmbedded.create()), names);
    }

    /** These tables, or all where none is named, in this database. */
    public static Tables in(Database database, String... names) {
        Tables tables = new Tables(database);
        declared(names).forEach(tables.client::createTable);
        return tables;
    }

    /** What the template declares of these tables, or of all where none is named. */
    public static List<CreateTableRequest> declared(String... names) {
        Map<String, Node> resources = fields(field(PARSED.computeIfAbsent(TEMPLATE, Tables::parse), "Resources"));
        List<CreateTableRequest> declared = new ArrayList<>();
        resources.forEach((name, resource) -> {
            boolean wanted = names.length == 0 || List.of(names).contains(name);
            if (wanted && text(field(resource, "Type")).equals("AWS::DynamoDB::Table")) {
                declared.add(table(name, field(resource, "Properties")));
            }
        });
        return declared;
    }

    /** The client of this database. */
    public DynamoDbClient client() {
        return client;
    }

    /** Puts one item, given as attribute name and value in turn: a string, a number or an {@link AttributeValue}. */
    public void put(String table, Object... namesAndValues) {
        client.putItem(request -> request.tableName(table).item(item(namesAndValues)));
    }

    /** The item of this key, given as {@link #put}; empty where there is none. */
    public Map<String, AttributeValue> get(String table, Object... key) {
        return client.getItem(request -> request.tableName(table).key(item(key)).consistentRead(true))
                .item();
    }

    /** All items of a table. */
    public List<Map<String, AttributeValue>> all(String table) {
        return client.scanPaginator(request -> request.tableName(table).consistentRead(true)).items().stream()
                .toList();
    }

    /** An item of names and values in turn. */
    public static Map<String, AttributeValue> item(Object... namesAndValues) {
        Map<String, AttributeValue> item = new ConcurrentHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            item.put((String) namesAndValues[i], value(namesAndValues[i + 1]));
        }
        return Map.copyOf(item);
    }

    private static AttributeValue value(Object value) {
        return switch (value) {
            case AttributeValue done -> done;
            case Number number -> AttributeValue.fromN(number.toString());
            case Boolean flag -> AttributeValue.fromBool(flag);
            default -> AttributeValue.fromS(value.toString());
        };
    }

    @Override
    public void close() {
        database.close();
    }

    private static CreateTableRequest table(String name, Node properties) {
        CreateTableRequest.Builder table = CreateTableRequest.builder()
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(list(
                        properties,
                        "AttributeDefinitions",
                        attribute -> AttributeDefinition.builder()
                                .attributeName(text(field(attribute, "AttributeName")))
                                .attributeType(text(field(attribute, "AttributeType")))
                                .build()))
                .keySchema(list(properties, "KeySchema", Tables::key));
        if (fields(properties).containsKey("GlobalSecondaryIndexes")) {
            table.globalSecondaryIndexes(list(
                    properties,
                    "GlobalSecondaryIndexes",
                    index -> GlobalSecondaryIndex.builder()
                            .indexName(text(field(index, "IndexName")))
                            .keySchema(list(index, "KeySchema", Tables::key))
                            .projection(Projection.builder()
                                    .projectionType(text(field(field(index, "Projection"), "ProjectionType")))
                                    .build())
                            .build()));
        }
        return table.build();
    }

    private static KeySchemaElement key(Node element) {
        return KeySchemaElement.builder()
                .attributeName(text(field(element, "AttributeName")))
                .keyType(text(field(element, "KeyType")))
                .build();
    }

    private static MappingNode parse(Path template) {
        try (Reader reader = Files.newBufferedReader(template)) {
            return (MappingNode) new Yaml().compose(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> List<T> list(Node mapping, String name, Function<Node, T> element) {
        return ((SequenceNode) field(mapping, name))
                .getValue().stream().map(element).toList();
    }

    private static Node field(Node mapping, String name) {
        Node value = fields(mapping).get(name);
        if (value == null) {
            throw new IllegalStateException("the template has no " + name + " here");
        }
        return value;
    }

    private static Map<String, Node> fields(Node mapping) {
        return ((MappingNode) mapping)
                .getValue().stream()
                        .collect(Collectors.toMap(tuple -> text(tuple.getKeyNode()), tuple -> tuple.getValueNode()));
    }

    private static String text(Node scalar) {
        return ((ScalarNode) scalar).getValue();
    }
}
