package dev.holdfast.local.guards;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.holdfast.local.guards.fixture.channels.OrderHelper;
import dev.holdfast.local.guards.fixture.channels.PeeksIntoOrdering;
import dev.holdfast.local.guards.fixture.inventory.AsksTheClock;
import dev.holdfast.local.guards.fixture.inventory.LogsAndParses;
import dev.holdfast.local.guards.fixture.inventory.UsesOrdering;
import dev.holdfast.local.guards.fixture.log.LogsOrders;
import dev.holdfast.local.guards.fixture.ordering.domain.CallsThePort;
import dev.holdfast.local.guards.fixture.ordering.domain.CallsTheUseCase;
import dev.holdfast.local.guards.fixture.orderintake.SendsToAQueue;
import dev.holdfast.local.guards.fixture.orderintake.UsesAnotherFunction;
import dev.holdfast.local.guards.fixture.orderintake.Wiring;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each rule holds for all code, and a deliberately wrong class breaks it. */
class ArchitectureTest {
    private static final String ROOT = "dev.holdfast";
    private static final String WRONG = "dev.holdfast.local.guards.fixture";
    private static final JavaClasses WRONG_CLASSES = new ClassFileImporter().importPackages(WRONG);
    private static final List<String> FUNCTIONS = Repository.functionFolders().stream()
            .map(folder -> folder.replace("-", ""))
            .toList();

    private static void holdsAndIsBrokenBy(Function<String, ArchRule> rule, Class<?> wrong) {
        rule.apply(ROOT).check(BuiltClasses.ALL);
        assertThat(rule.apply(WRONG).evaluate(WRONG_CLASSES).getFailureReport().getDetails())
                .as("%s breaks the rule", wrong.getSimpleName())
                .anyMatch(detail -> detail.contains(wrong.getName()));
    }

    @Test
    void the_rules_see_every_module() {
        assertThat(Stream.of(
                                ModuleRules.UPSTREAM.keySet().stream(),
                                Stream.of("aws", "log", "local"),
                                FUNCTIONS.stream())
                        .flatMap(modules -> modules))
                .hasSameSizeAs(Repository.modules().stream()
                        .filter(module -> !module.endsWith("functions") && !module.endsWith("simulation"))
                        .toList())
                .allSatisfy(module -> assertThat(BuiltClasses.ALL.containPackage(ROOT + "." + module))
                        .as(module)
                        .isTrue());
    }

    @Test
    void a_context_uses_only_what_is_upstream_of_it() {
        holdsAndIsBrokenBy(root -> new ModuleRules(root).contextsUseOnlyWhatIsUpstream(), UsesOrdering.class);
    }

    @Test
    void a_context_sees_of_another_its_root_package_and_its_ports() {
        holdsAndIsBrokenBy(
                root -> new ModuleRules(root).contextsSeeOnlyWhatAnotherPublishes(), PeeksIntoOrdering.class);
    }

    @Test
    void a_context_uses_nothing_but_the_jdk() {
        holdsAndIsBrokenBy(root -> new ModuleRules(root).contextsUseNothingButTheJdk(), LogsAndParses.class);
    }

    @Test
    void a_domain_depends_on_no_use_case() {
        holdsAndIsBrokenBy(root -> new ModuleRules(root).theDomainDependsOnNoUseCase(), CallsTheUseCase.class);
    }

    @Test
    void a_domain_calls_no_port() {
        holdsAndIsBrokenBy(root -> new ModuleRules(root).theDomainCallsNoPort(), CallsThePort.class);
    }

    @Test
    void a_context_asks_no_clock_and_no_dice() {
        holdsAndIsBrokenBy(StyleRules::noClockAndNoDice, AsksTheClock.class);
    }

    @Test
    void the_log_knows_nothing_of_what_is_logged() {
        holdsAndIsBrokenBy(root -> new ModuleRules(root).theLogUsesNothingOfOurs(), LogsOrders.class);
    }

    @Test
    void adapters_use_only_contexts() {
        holdsAndIsBrokenBy(
                root -> new ModuleRules(root).adaptersUseOnlyContexts(),
                dev.holdfast.local.guards.fixture.aws.UsesAFunction.class);
    }

    @Test
    void a_function_uses_no_other_function_and_no_local_mode() {
        holdsAndIsBrokenBy(
                root -> new ModuleRules(root).functionsUseContextsAndAdaptersOnly(FUNCTIONS),
                UsesAnotherFunction.class);
    }

    @Test
    void only_the_adapters_speak_to_aws() {
        holdsAndIsBrokenBy(root -> new ModuleRules(root).onlyTheAdaptersSpeakToAws(), SendsToAQueue.class);
    }

    @Test
    void a_functions_wiring_only_hands_clients_on() {
        holdsAndIsBrokenBy(root -> new ModuleRules(root).wiringOnlyHandsClientsOn(), Wiring.class);
    }

    @Test
    void no_class_has_a_name_that_says_nothing() {
        holdsAndIsBrokenBy(root -> StyleRules.noNameThatSaysNothing(), OrderHelper.class);
    }
}
