package dev.holdfast.local.guards;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The compiled main classes of every module that has any, functions included. */
final class BuiltClasses {
    static final JavaClasses ALL = read();

    private BuiltClasses() {}

    private static JavaClasses read() {
        List<Path> directories = Repository.modules().stream()
                .filter(module -> Files.isDirectory(module.resolve("src").resolve("main")))
                .map(module -> module.resolve("target").resolve("classes"))
                .toList();
        assertThat(directories)
                .as("every module is compiled: run 'mvn test' or 'mvn package' over all modules first")
                .isNotEmpty()
                .allMatch(Files::isDirectory);
        return new ClassFileImporter().importPaths(directories);
    }
}
