package dev.holdfast.local.guards;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.regex.Pattern;

/** What no class of ours does or is called. */
final class StyleRules {
    private static final Pattern SAYS_NOTHING =
            Pattern.compile("(Common|Base)([A-Z].*)?|.*(Utils?|Helpers?|Managers?|Impl)|I[A-Z][a-z].*");
    private static final Set<String> CLOCKS = Set.of("java.time.Clock", "java.time.InstantSource");
    private static final Set<String> DICE =
            Set.of("java.util.Random", "java.security.SecureRandom", "java.util.concurrent.ThreadLocalRandom");

    private StyleRules() {}

    static ArchRule noNameThatSaysNothing() {
        return noClasses()
                .that(describe("are written by us", type -> !type.getSimpleName().contains("$")))
                .should(com.tngtech.archunit.lang.conditions.ArchConditions.be(describe(
                        "called after what they are made of",
                        (JavaClass type) -> SAYS_NOTHING.matcher(type.getSimpleName()).matches())))
                .because("a class is named by what it does in the trade");
    }

    static ArchRule noClockAndNoDice(String root) {
        return noClasses()
                .that()
                .resideInAnyPackage(ModuleRules.UPSTREAM.keySet().stream()
                        .map(context -> root + "." + context + "..")
                        .toArray(String[]::new))
                .should()
                .accessTargetWhere(describe("asks a clock, dice or a sleeping thread", StyleRules::asksTheWorld))
                .because("time, ids and randomness come in as arguments");
    }

    private static boolean asksTheWorld(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        String owner = target.getOwner().getFullName();
        String name = target.getName();
        boolean now = name.equals("now") && owner.startsWith("java.time.");
        boolean millis = owner.equals("java.lang.System") && (name.equals("currentTimeMillis") || name.equals("nanoTime"));
        boolean dice = DICE.contains(owner)
                || name.equals("randomUUID")
                || (owner.equals("java.lang.Math") && name.equals("random"))
                || (owner.startsWith("java.util.random.") && name.equals("getDefault"));
        boolean sleep = owner.equals("java.lang.Thread") && name.equals("sleep");
        return now || millis || dice || sleep || CLOCKS.contains(owner);
    }
}
