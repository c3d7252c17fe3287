package dev.holdfast.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.holdfast.local.cloud.OpenApiDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the OpenAPI document of what is built. */
@Command(
        name = "openapi",
        description = "Writes the OpenAPI 3.1 document of the HTTP API, as the built functions tell it.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class WriteOpenApi implements Callable<Integer> {
    @Option(
            names = "--template",
            paramLabel = "FILE",
            defaultValue = "template.yaml",
            description = "Names the functions.")
    private Path template = Path.of("template.yaml");

    @Parameters(paramLabel = "FILE", description = "Where to.")
    private Path file = Path.of("openapi.json");

    @Override
    public Integer call() throws IOException {
        Files.write(
                file,
                new ObjectMapper()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .writeValueAsBytes(OpenApiDocument.ofBuild(template)));
        return 0;
    }
}
