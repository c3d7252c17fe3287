package dev.holdfast.local.cloud.functions;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.holdfast.local.cloud.CannotStart;
import dev.holdfast.local.cloud.DataDirectory;
import dev.holdfast.local.cloud.template.FunctionSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Loads a function's built artefact as Lambda does: classes at its root and {@code lib/*.jar}, and nothing else of this
 * process. One JVM has one environment, so the function's variables come as {@code application.properties} in front of
 * its class path, under the names that Micronaut gives to variables: {@code ORDERS_TABLE} is {@code orders.table}.
 */
public final class ArtefactLoader implements FunctionLoader {
    private final DataDirectory data;
    private final SharedLibraries shared;

    /** Will load these functions and no others. */
    public ArtefactLoader(DataDirectory data, List<FunctionSpec> specs) {
        this.data = data;
        this.shared = SharedLibraries.of(specs);
    }

    @Override
    public LambdaFunction load(FunctionSpec spec) {
        ClassLoader artefact = new URLClassLoader(spec.name(), classPath(spec), shared.classes());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(artefact);
        try {
            Object handler = artefact.loadClass(spec.handler()).getConstructor().newInstance();
            return new HandlerFunction(spec, artefact, (RequestStreamHandler) handler);
        } catch (ClassNotFoundException e) {
            throw new CannotStart(
                    spec.handler() + " is not in the artefact of " + spec.name()
                            + ": build the functions with 'mvn package' first.",
                    e);
        } catch (InvocationTargetException e) {
            throw new CannotStart(spec.name() + " does not start (" + e.getTargetException() + "): see the log.", e);
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new CannotStart(
                    spec.handler() + " must be a RequestStreamHandler with a public constructor without parameters.",
                    e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private URL[] classPath(FunctionSpec spec) {
        Path lib = SharedLibraries.lib(spec);
        if (!Files.isDirectory(lib)) {
            throw new CannotStart("The function " + spec.name() + " is not built (no " + lib
                    + "): build it with 'mvn package' first.");
        }
        List<URL> urls = new ArrayList<>();
        try (Stream<Path> jars = Files.list(lib)) {
            urls.add(url(writeEnvironment(spec)));
            urls.add(url(spec.artefact()));
            for (Path jar : jars.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                if (!shared.holds(jar)) {
                    urls.add(url(jar));
                }
            }
        } catch (IOException e) {
            throw new CannotStart("The artefact " + lib + " cannot be read.", e);
        }
        return urls.toArray(URL[]::new);
    }

    private Path writeEnvironment(FunctionSpec spec) throws IOException {
        Properties properties = new Properties();
        spec.environment()
                .forEach((variable, value) ->
                        properties.setProperty(variable.toLowerCase(Locale.ROOT).replace('_', '.'), value));
        Path directory = data.generated(spec.name());
        try (Writer file = Files.newBufferedWriter(directory.resolve("application.properties"))) {
            properties.store(file, null);
        }
        return directory;
    }

    static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
