package dev.holdfast.local.guards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The repository that this module is a part of; tests run in the module's directory. */
final class Repository {
    static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    static final Path TEMPLATE = ROOT.resolve("template.yaml");
    static final Path FUNCTIONS = ROOT.resolve("functions");
    static final Path INVOCATIONS = ROOT.resolve("events").resolve("invocations");
    static final Path PUBLISHED = ROOT.resolve("events").resolve("published");

    private static final Pattern MODULE = Pattern.compile("<module>((?:shared|functions)/[^<]+)</module>");

    private Repository() {}

    /** The modules of the root pom that hold code, such as {@code functions/order-intake}. */
    static List<Path> modules() {
        return MODULE.matcher(text(ROOT.resolve("pom.xml")))
                .results()
                .map(found -> ROOT.resolve(found.group(1)))
                .toList();
    }

    /** Names of the folders under {@code functions}. */
    static List<String> functionFolders() {
        return names(FUNCTIONS).stream()
                .filter(name -> Files.exists(FUNCTIONS.resolve(name).resolve("pom.xml")))
                .toList();
    }

    /** Names of what a directory holds, sorted; empty where there is none. */
    static List<String> names(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(directory)) {
            return children.map(child -> child.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files below a directory, sorted; empty where there is none. */
    static List<Path> files(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
