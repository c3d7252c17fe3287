package dev.holdfast.local.guards;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What ships, and what builds it. Each rule returns what breaks it. */
final class SupplyRules {
    /** Licences under which a dependency of a function may come, by their SPDX identifiers. */
    static final Set<String> LICENCES = Set.of("Apache-2.0", "MIT", "MIT-0", "BSD-2-Clause", "BSD-3-Clause", "EPL-2.0");

    /** Plugins that Maven brings by itself, in a version of its own choice where none is named. */
    private static final List<String> BROUGHT_BY_MAVEN = Stream.of(
                    "clean", "resources", "compiler", "surefire", "jar", "install", "deploy", "site")
            .map(name -> "maven-" + name + "-plugin")
            .toList();

    private static final Pattern PLUGIN = Pattern.compile("<plugin>(.*?)</plugin>", Pattern.DOTALL);
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([^<]+)</artifactId>");
    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");
    private static final Pattern MOVING = Pattern.compile("LATEST|RELEASE|.*-SNAPSHOT|[\\[(].*");
    private static final Pattern BUDGET = Pattern.compile("(?m)^\\| ([a-z-]+) +\\| +([0-9.]+) \\|");
    private static final double MEGABYTE = 1_000_000;

    private SupplyRules() {}

    /** Jars of functions that the bill of materials does not name with a licence from the list. */
    static List<String> jarsWithoutAnAllowedLicence(Path functions, JsonNode billOfMaterials) {
        Map<String, Set<String>> licences = new TreeMap<>();
        billOfMaterials.path("components").forEach(component -> {
            String jar = component.path("name").asText() + "-"
                    + component.path("version").asText() + ".jar";
            licences.computeIfAbsent(jar, _ -> new HashSet<>())
                    .addAll(component.path("licenses").findValuesAsText("id"));
        });
        return jars(functions)
                .map(jar -> String.valueOf(jar.getFileName()))
                .distinct()
                .sorted()
                .filter(jar -> licences.getOrDefault(jar, Set.of()).stream().noneMatch(LICENCES::contains))
                .map(jar -> jar + ": "
                        + (licences.containsKey(jar)
                                ? "its licences are " + licences.get(jar)
                                : "the bill of materials does not know it"))
                .toList();
    }

    private static Stream<Path> jars(Path functions) {
        return Repository.names(functions).stream()
                .flatMap(folder -> Repository.files(artefact(functions, folder).resolve("lib")).stream());
    }

    private static Path artefact(Path functions, String folder) {
        return functions.resolve(folder).resolve("target").resolve("function");
    }

    /** Plugins that some pom uses and no pom names a fixed version of. */
    static List<String> pluginsThatAreNotPinned(Path root) {
        Set<String> used = new HashSet<>(BROUGHT_BY_MAVEN);
        Map<String, String> versions = new TreeMap<>();
        poms(root)
                .map(Repository::text)
                .forEach(pom -> PLUGIN.matcher(pom).results().forEach(plugin -> {
                    String text = plugin.group(1);
                    String name =
                            first(ARTIFACT, text.replaceAll("(?s)<(dependencies|executions|configuration)>.*", ""));
                    String version =
                            first(VERSION, text.replaceAll("(?s)<(dependencies|executions|configuration)>.*", ""));
                    used.add(name);
                    if (!version.isEmpty()) {
                        versions.put(name, version);
                    }
                }));
        return used.stream()
                .filter(name ->
                        MOVING.matcher(versions.getOrDefault(name, "LATEST")).matches())
                .sorted()
                .toList();
    }

    private static Stream<Path> poms(Path root) {
        return Stream.concat(
                        Stream.of(root),
                        Stream.of("shared", "functions")
                                .flatMap(room -> Stream.concat(
                                        Stream.of(root.resolve(room)),
                                        Repository.names(root.resolve(room)).stream()
                                                .map(root.resolve(room)::resolve))))
                .map(folder -> folder.resolve("pom.xml"))
                .filter(Files::exists);
    }

    private static String first(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
    }

    /** Functions whose package is larger than the page of budgets allows, or that the page does not know. */
    static List<String> packagesAboveTheirBudget(Path functions, String page) {
        Map<String, Double> budgets = BUDGET.matcher(page)
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> Double.valueOf(row.group(2))));
        List<String> broken = new ArrayList<>();
        for (String folder : Repository.names(functions)) {
            List<Path> files = Repository.files(artefact(functions, folder));
            double megabytes = files.stream().mapToLong(SupplyRules::size).sum() / MEGABYTE;
            double budget = budgets.getOrDefault(folder, 0.0);
            if (!files.isEmpty() && megabytes > budget) {
                broken.add("%s has %.2f MB and may have %.1f".formatted(folder, megabytes, budget));
            }
        }
        return broken;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
