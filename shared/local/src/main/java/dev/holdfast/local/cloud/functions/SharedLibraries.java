package dev.holdfast.local.cloud.functions;

import dev.holdfast.local.cloud.CannotStart;
import dev.holdfast.local.cloud.template.FunctionSpec;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Libraries that every function carries alike, loaded once: a dozen copies of the AWS SDK would be compiled a dozen
 * times. Each function still sees what its own artefact holds, no more and no less. What finds beans by its class
 * loader (Micronaut) or is part of this project stays with the function, but for the log's binding.
 */
final class SharedLibraries {
    private static final List<String> FUNCTIONS_OWN = List.of("micronaut-", "-SNAPSHOT");
    /** SLF4J finds its binding beside itself. */
    private static final String LOG = "log-";

    private final Map<String, Long> sizes;
    private final ClassLoader classes;

    private SharedLibraries(Map<String, Long> sizes, ClassLoader classes) {
        this.sizes = sizes;
        this.classes = classes;
    }

    static SharedLibraries of(List<FunctionSpec> specs) {
        Map<String, Long> shared = specs.isEmpty() ? Map.of() : new TreeMap<>(jars(specs.getFirst()));
        specs.forEach(spec -> shared.entrySet().retainAll(jars(spec).entrySet()));
        shared.keySet()
                .removeIf(jar -> !jar.startsWith(LOG) && FUNCTIONS_OWN.stream().anyMatch(jar::contains));
        URL[] urls = shared.keySet().stream()
                .map(jar -> ArtefactLoader.url(lib(specs.getFirst()).resolve(jar)))
                .toArray(URL[]::new);
        return new SharedLibraries(shared, new URLClassLoader("shared-libraries", urls, new LambdaRuntimeOnly()));
    }

    /** Parent of the functions' own class loaders. */
    ClassLoader classes() {
        return classes;
    }

    boolean holds(Path jar) {
        return sizes.containsKey(String.valueOf(jar.getFileName()));
    }

    static Path lib(FunctionSpec spec) {
        return spec.artefact().resolve("lib");
    }

    /** The jars of a function with their sizes; none where it is not built. */
    private static Map<String, Long> jars(FunctionSpec spec) {
        Map<String, Long> jars = new TreeMap<>();
        if (Files.isDirectory(lib(spec))) {
            try (Stream<Path> files = Files.list(lib(spec))) {
                for (Path jar :
                        files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                    jars.put(String.valueOf(jar.getFileName()), Files.size(jar));
                }
            } catch (IOException e) {
                throw new CannotStart("The artefact " + lib(spec) + " cannot be read.", e);
            }
        }
        return jars;
    }
}
