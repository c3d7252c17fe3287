package dev.holdfast.local.cloud;

import dev.holdfast.local.cloud.functions.FunctionLoader;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How to start the local cloud.
 *
 * @param data where everything is kept; null to keep it in memory and forget it
 * @param apiPort port of the API, 0 for any that is free
 * @param awsPort port of the AWS APIs, 0 for any that is free
 * @param functions how functions are made; null to load their built artefacts
 */
public record LocalCloudOptions(
        Path template,
        @Nullable Path data,
        int apiPort,
        int awsPort,
        @Nullable FunctionLoader functions) {
    public static final int API_PORT = 3000;
    public static final int AWS_PORT = 4566;

    /** In memory, on ports that are free: for tests. */
    public static LocalCloudOptions inMemory(Path template) {
        return new LocalCloudOptions(template, null, 0, 0, null);
    }

    public LocalCloudOptions withData(Path directory) {
        return new LocalCloudOptions(template, directory, apiPort, awsPort, functions);
    }

    public LocalCloudOptions withFunctions(FunctionLoader loader) {
        return new LocalCloudOptions(template, data, apiPort, awsPort, loader);
    }
}
