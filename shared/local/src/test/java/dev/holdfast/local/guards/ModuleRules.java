package dev.holdfast.local.guards;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The module table: who may use whom. The rules are made for a root package, so that wrong classes under another root
 * can break the very same rules.
 *
 * <p>What an upstream context publishes to those downstream is its root package and its ports: ordering plans over what
 * inventory's {@code Stocks} and {@code Locations} read, fulfilment reads ordering's {@code Orders}. Its {@code domain}
 * and {@code application} stay its own.
 */
final class ModuleRules {
    /** Per context, the contexts upstream of it. */
    static final Map<String, List<String>> UPSTREAM = upstream();

    private static final String AWS = "aws";
    private static final String LOCAL = "local";
    private static final String LOG = "log";
    private static final String SDK = "software.amazon.awssdk..";

    private final String root;

    ModuleRules(String root) {
        this.root = root;
    }

    private static Map<String, List<String>> upstream() {
        Map<String, List<String>> upstream = new LinkedHashMap<>();
        upstream.put("kernel", List.of());
        upstream.put("inventory", List.of("kernel"));
        upstream.put("ordering", List.of("kernel", "inventory"));
        upstream.put("fulfilment", List.of("kernel", "inventory", "ordering"));
        upstream.put("replenishment", List.of("kernel", "inventory"));
        upstream.put("channels", List.of("kernel", "inventory", "ordering"));
        return upstream;
    }

    private String[] packages(Stream<String> modules) {
        return modules.map(module -> root + "." + module + "..").toArray(String[]::new);
    }

    private String[] contexts() {
        return packages(UPSTREAM.keySet().stream());
    }

    private DescribedPredicate<JavaClass> outside(String... allowed) {
        return resideInAPackage(root + "..").and(DescribedPredicate.not(resideInAnyPackage(allowed)));
    }

    /** Each context uses those upstream of it and no other module of ours. */
    ArchRule contextsUseOnlyWhatIsUpstream() {
        List<ArchRule> all = new ArrayList<>();
        for (Map.Entry<String, List<String>> context : UPSTREAM.entrySet()) {
            List<String> allowed = new ArrayList<>(context.getValue());
            allowed.add(context.getKey());
            all.add(noClasses()
                    .that()
                    .resideInAPackage(root + "." + context.getKey() + "..")
                    .should()
                    .dependOnClassesThat(outside(packages(allowed.stream())))
                    .allowEmptyShould(true)
                    .because(context.getKey() + " may use " + context.getValue()));
        }
        return CompositeArchRule.of(all);
    }

    /** A context sees another's root package and ports; its domain and application are its own. */
    ArchRule contextsSeeOnlyWhatAnotherPublishes() {
        List<ArchRule> all = new ArrayList<>();
        for (String context : UPSTREAM.keySet()) {
            String own = root + "." + context + "..";
            all.add(noClasses()
                    .that()
                    .resideInAPackage(own)
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(inner("domain"))
                            .or(resideInAnyPackage(inner("application")))
                            .and(DescribedPredicate.not(resideInAPackage(own))))
                    .allowEmptyShould(true)
                    .because("a context publishes its root package and its ports"));
        }
        return CompositeArchRule.of(all);
    }

    private String[] inner(String part) {
        return UPSTREAM.keySet().stream()
                .map(context -> root + "." + context + "." + part + "..")
                .toArray(String[]::new);
    }

    /** No AWS, no framework, no JSON, no logging, no input or output: the JDK's values and collections. */
    ArchRule contextsUseNothingButTheJdk() {
        return classes()
                .that()
                .resideInAnyPackage(contexts())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(Stream.of(
                                Stream.of(contexts()),
                                Stream.of("java.lang..", "java.time..", "java.math..", "java.security.."),
                                Stream.of("java.nio.charset", "java.util", "java.util.function", "java.util.stream"),
                                Stream.of("java.util.regex", "java.util.random", "org.jspecify.annotations"))
                        .flatMap(part -> part)
                        .toArray(String[]::new))
                .because("a context is decided and tested without the world around it");
    }

    /** The root package is above ports, domain and application. */
    ArchRule theDomainDependsOnNoUseCase() {
        return noClasses()
                .that()
                .resideInAnyPackage(inner("domain"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(inner("application"))
                .because("use cases load, ask the domain, and commit; never the other way round");
    }

    /** The domain may decide over the values that a port speaks (outcomes, intents), and calls no port. */
    ArchRule theDomainCallsNoPort() {
        return noClasses()
                .that()
                .resideInAnyPackage(inner("domain"))
                .should()
                .dependOnClassesThat(resideInAnyPackage(inner("port")).and(describe("are ports", ModuleRules::isPort)))
                .because("the domain is pure: what a port answered comes to it as a value");
    }

    private static boolean isPort(JavaClass type) {
        return type.isInterface() && type.isTopLevelClass();
    }

    /** SLF4J calls the log; it calls nothing of ours, and nothing of ours calls it. */
    ArchRule theLogUsesNothingOfOurs() {
        return noClasses()
                .that()
                .resideInAPackage(root + "." + LOG + "..")
                .should()
                .dependOnClassesThat(outside(root + "." + LOG + ".."))
                .because("what is logged comes by SLF4J");
    }

    /** Of ours, the adapters use contexts only. */
    ArchRule adaptersUseOnlyContexts() {
        return noClasses()
                .that()
                .resideInAPackage(root + "." + AWS + "..")
                .should()
                .dependOnClassesThat(outside(packages(Stream.concat(Stream.of(AWS), UPSTREAM.keySet().stream()))))
                .because("shared/aws may use all contexts, no function and no local mode");
    }

    /** Of ours, a function uses contexts, adapters and itself. */
    ArchRule functionsUseContextsAndAdaptersOnly(List<String> functions) {
        List<ArchRule> all = new ArrayList<>();
        for (String function : functions) {
            Stream<String> allowed = Stream.concat(Stream.of(AWS, function), UPSTREAM.keySet().stream());
            all.add(noClasses()
                    .that()
                    .resideInAPackage(root + "." + function + "..")
                    .should()
                    .dependOnClassesThat(outside(packages(allowed)))
                    .allowEmptyShould(true)
                    .because("a function may use contexts and shared/aws"));
        }
        return CompositeArchRule.of(all);
    }

    /**
     * Only shared/aws (and the local cloud) speaks to AWS. A function holds an item's {@code AttributeValue} where a
     * stream gives it, and hands clients from shared/aws to adapters of shared/aws in its {@code Wiring}.
     */
    ArchRule onlyTheAdaptersSpeakToAws() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + "." + AWS + "..", root + "." + LOCAL + "..")
                .and(describe("are not a function's wiring", type -> !isWiring(type) && !isGenerated(type)))
                .should()
                .dependOnClassesThat(resideInAPackage(SDK)
                        .and(describe(
                                "are not an item's value",
                                type -> !type.getSimpleName().equals("AttributeValue"))))
                .because("shared/aws is the only room that speaks to AWS");
    }

    /** A function's wiring hands clients on, and calls nothing of them. */
    ArchRule wiringOnlyHandsClientsOn() {
        return noClasses()
                .that(describe("are a function's wiring", ModuleRules::isWiring))
                .should()
                .dependOnClassesThat(resideInAPackage(SDK)
                        .and(describe(
                                "are not a client",
                                type -> !type.getSimpleName().endsWith("Client"))))
                .because("clients are made and called in shared/aws");
    }

    private static boolean isWiring(JavaClass type) {
        return type.getSimpleName().equals("Wiring");
    }

    private static boolean isGenerated(JavaClass type) {
        return type.getName().contains(".$Wiring$");
    }
}
