package dev.holdfast.local.guards;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** That the template and the code of the functions say the same. Each rule returns what breaks it. */
final class FunctionRules {
    private static final String ARTEFACT = "/target/function";
    private static final Pattern ARTIFACT_ID = Pattern.compile("</parent>\\s*<artifactId>([^<]+)</artifactId>");
    private static final Pattern VALUE = Pattern.compile("@Value\\(\\s*\"\\$\\{([a-z.]+)}\"\\s*\\)");
    private static final Pattern ANY_VALUE = Pattern.compile("@Value\\(");
    private static final Pattern ROUTE =
            Pattern.compile("Route\\.(?:elsewhere\\(\\s*\"[A-Z]+\",|[a-z]+\\()\\s*(?:\"([^\"]+)\"|([A-Z_]+)\\b)");
    private static final Pattern CONSTANT = Pattern.compile("String ([A-Z_]+)\\s*=\\s*\"([^\"]*)\"");
    private static final Pattern ANY_ROUTE = Pattern.compile("Route\\.[a-z]+\\(|Route::[a-z]+|new Route\\(");
    private static final Set<String> EVERYTHING_ELSE = Set.of("/", "/{proxy+}");

    private FunctionRules() {}

    /** {@code order-intake}: folder, artifactId, {@code OrderIntakeFunction}, {@code OrderIntakeHandler}, samples. */
    static List<String> namesThatDiffer(Declared declared) {
        List<String> broken = new ArrayList<>();
        declared.functions().forEach((name, properties) -> {
            String folder = folder(properties);
            String pascal = Stream.of(folder.split("-"))
                    .filter(word -> !word.isEmpty())
                    .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                    .collect(Collectors.joining());
            expect(broken, name, "CodeUri", properties.path("CodeUri").asText(), "functions/" + folder + ARTEFACT);
            expect(broken, name, "logical id", name, pascal + "Function");
            String handler = "dev.holdfast." + folder.replace("-", "") + "." + pascal + "Handler";
            expect(broken, name, "Handler", properties.path("Handler").asText(), handler);
            expect(broken, name, "artifactId", artifactId(folder), folder);
            if (Repository.names(Repository.INVOCATIONS.resolve(folder)).isEmpty()) {
                broken.add(name + " has no samples in events/invocations/" + folder);
            }
        });
        return broken;
    }

    /** Each folder under functions and each folder of samples belongs to a function of the template. */
    static List<String> foldersThatNobodyDeclares(Declared declared) {
        Set<String> declaredFolders = declared.functions().values().stream()
                .map(FunctionRules::folder)
                .collect(Collectors.toSet());
        return Stream.concat(Repository.functionFolders().stream(), Repository.names(Repository.INVOCATIONS).stream())
                .filter(folder -> !declaredFolders.contains(folder))
                .map(folder -> folder + " is no function of the template")
                .toList();
    }

    static List<String> handlersThatAreNotBuilt(Declared declared) {
        List<String> broken = new ArrayList<>();
        declared.functions().forEach((name, properties) -> {
            Path lib =
                    Repository.ROOT.resolve(properties.path("CodeUri").asText()).resolve("lib");
            String handler = properties.path("Handler").asText().replace('.', '/') + ".class";
            if (Repository.files(lib).stream().noneMatch(jar -> holds(jar, handler))) {
                broken.add(name + ": no jar in " + Repository.ROOT.relativize(lib) + " holds " + handler
                        + " (run 'mvn package' first)");
            }
        });
        return broken;
    }

    /** Functions whose new versions take all traffic unwatched, or that run what was not published. */
    static List<String> deploymentsUnwatched(Declared declared) {
        List<String> broken = new ArrayList<>();
        declared.functions().forEach((name, properties) -> {
            boolean published = declared.template().at("/Globals/Function").has("AutoPublishAlias")
                    || properties.has("AutoPublishAlias");
            boolean watched = properties
                    .at("/DeploymentPreference/Alarms")
                    .valueStream()
                    .map(alarm -> declared.properties("AWS::CloudWatch::Alarm").get(Declared.target(alarm)))
                    .anyMatch(alarm -> alarm != null
                            && Declared.target(alarm.at("/Dimensions/0/Value")).equals(name));
            if (!published || !watched) {
                broken.add(name + " is deployed without an alarm that takes it back");
            }
        });
        return broken;
    }

    /** A variable that the template sets and the wiring does not read, or the other way round. */
    static List<String> variablesThatDiffer(Declared declared) {
        List<String> broken = new ArrayList<>();
        declared.functions().forEach((name, properties) -> {
            String sources = sources(properties);
            Set<String> read = new TreeSet<>();
            VALUE.matcher(sources)
                    .results()
                    .forEach(found ->
                            read.add(found.group(1).toUpperCase(Locale.ROOT).replace('.', '_')));
            if (VALUE.matcher(sources).results().count()
                    != ANY_VALUE.matcher(sources).results().count()) {
                broken.add(name + " has a @Value that this rule cannot read: write @Value(\"${a.name}\")");
            }
            Set<String> set = new TreeSet<>();
            properties.at("/Environment/Variables").fieldNames().forEachRemaining(set::add);
            differ(broken, name, "sets", set, "reads", read);
        });
        return broken;
    }

    /** A path that the gateway sends to a function without a route for it, or the other way round. */
    static List<String> routesThatDiffer(Declared declared) {
        List<String> broken = new ArrayList<>();
        declared.functions().forEach((name, properties) -> {
            String sources = sources(properties);
            Set<String> served = new TreeSet<>();
            Map<String, String> constants = CONSTANT.matcher(sources)
                    .results()
                    .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2), (one, _) -> one));
            ROUTE.matcher(sources)
                    .results()
                    .forEach(found -> served.add(
                            found.group(1) == null ? constants.getOrDefault(found.group(2), "?") : found.group(1)));
            if (ROUTE.matcher(sources).results().count()
                    != ANY_ROUTE.matcher(sources).results().count()) {
                broken.add(name + " has a route that this rule cannot read: write Route.get(\"/path\", ...)");
            }
            Set<String> sent = new TreeSet<>();
            properties.path("Events").forEach(event -> {
                if (event.path("Type").asText().equals("Api")) {
                    sent.add(event.at("/Properties/Path").asText());
                }
            });
            sent.removeAll(EVERYTHING_ELSE);
            differ(broken, name, "is sent", sent, "serves", served);
        });
        return broken;
    }

    private static void expect(List<String> broken, String name, String what, String is, String mustBe) {
        if (!is.equals(mustBe)) {
            broken.add(name + ": its " + what + " is " + is + " and must be " + mustBe);
        }
    }

    private static void differ(
            List<String> broken, String name, String one, Set<String> ones, String other, Set<String> others) {
        if (!ones.equals(others)) {
            broken.add(name + ": the template " + one + " " + ones + ", the code " + other + " " + others);
        }
    }

    private static String folder(JsonNode properties) {
        String[] path = properties.path("CodeUri").asText().split("/", -1);
        return path.length > 1 ? path[1] : "";
    }

    private static String artifactId(String folder) {
        Path pom = Repository.FUNCTIONS.resolve(folder).resolve("pom.xml");
        return Files.exists(pom)
                ? ARTIFACT_ID
                        .matcher(Repository.text(pom))
                        .results()
                        .map(found -> found.group(1))
                        .findFirst()
                        .orElse("")
                : "";
    }

    private static String sources(JsonNode properties) {
        return Repository.files(Repository.FUNCTIONS
                        .resolve(folder(properties))
                        .resolve("src")
                        .resolve("main"))
                .stream()
                .filter(file -> file.toString().endsWith(".java"))
                .map(Repository::text)
                .collect(Collectors.joining("\n"));
    }

    private static boolean holds(Path jar, String entry) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getEntry(entry) != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
