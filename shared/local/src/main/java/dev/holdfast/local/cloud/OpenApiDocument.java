package dev.holdfast.local.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.local.cloud.functions.ArtefactLoader;
import dev.holdfast.local.cloud.functions.LambdaFunction;
import dev.holdfast.local.cloud.template.EventSource;
import dev.holdfast.local.cloud.template.FunctionSpec;
import dev.holdfast.local.cloud.template.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The OpenAPI document. Its paths are what the built functions tell of their route tables, the very ones that route; the
 * rest, the shapes of answers included, stands in {@code openapi.yaml}.
 */
public final class OpenApiDocument {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REST = "/openapi.yaml";

    private OpenApiDocument() {}

    /**
     * The document of what is built, without starting anything else of it.
     *
     * @throws CannotStart when a function is not built
     */
    public static ObjectNode ofBuild(Path templateFile) {
        Addresses addresses = new Addresses(LocalCloudOptions.AWS_PORT);
        Template template = LocalCloud.read(templateFile, addresses);
        Endpoint.announce(addresses);
        try (DataDirectory data = DataDirectory.temporary()) {
            ArtefactLoader loader = new ArtefactLoader(data, template.functions());
            List<LambdaFunction> serving = template.functions().stream()
                    .filter(OpenApiDocument::servesHttp)
                    .map(loader::load)
                    .toList();
            return of(serving);
        }
    }

    private static boolean servesHttp(FunctionSpec function) {
        return function.sources().values().stream().anyMatch(EventSource.Api.class::isInstance);
    }

    static ObjectNode of(Collection<LambdaFunction> functions) {
        TreeMap<String, ObjectNode> paths = new TreeMap<>();
        for (LambdaFunction function : functions) {
            function.openApiPaths()
                    .ifPresent(told -> parse(told)
                            .properties()
                            .forEach(path -> paths.computeIfAbsent(path.getKey(), _ -> JSON.createObjectNode())
                                    .setAll((ObjectNode) path.getValue())));
        }
        ObjectNode document = rest();
        document.putObject("paths").setAll(paths);
        return document;
    }

    private static ObjectNode parse(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode rest() {
        try (InputStream yaml = Objects.requireNonNull(
                OpenApiDocument.class.getResourceAsStream(REST), "openapi.yaml is in this jar")) {
            return JSON.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
