package dev.holdfast.local.shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the real shop's file is kept, which is not part of this repository: what the system property
 * {@code holdfast.data} or the environment's {@code HOLDFAST_DATA} names, file or folder; else the folder
 * {@code shared/data} beside the repository.
 */
public final class ShopData {
    private static final String PROPERTY = "holdfast.data";
    private static final String VARIABLE = "HOLDFAST_DATA";
    private static final Path BESIDE = Path.of("..", "shared", "data");

    private ShopData() {}

    /** The file, where there is one. */
    public static Optional<Path> find() {
        return named(System.getProperty(PROPERTY))
                .or(() -> named(System.getenv(VARIABLE)))
                .or(ShopData::besideRepository)
                .flatMap(ShopData::file);
    }

    private static Optional<Path> named(@Nullable String path) {
        return Optional.ofNullable(path).filter(text -> !text.isBlank()).map(Path::of);
    }

    private static Optional<Path> besideRepository() {
        return Stream.iterate(
                        Optional.of(Path.of("").toAbsolutePath()),
                        Optional::isPresent,
                        folder -> folder.map(Path::getParent))
                .flatMap(Optional::stream)
                .filter(folder -> Files.exists(folder.resolve("template.yaml")))
                .map(root -> root.resolve(BESIDE).normalize())
                .findFirst();
    }

    private static Optional<Path> file(Path place) {
        if (Files.isRegularFile(place)) {
            return Optional.of(place);
        }
        try (Stream<Path> files = Files.isDirectory(place) ? Files.list(place) : Stream.empty()) {
            return files.filter(file -> file.toString().matches(".*\\.csv(\\.gz)?"))
                    .sorted()
                    .findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
