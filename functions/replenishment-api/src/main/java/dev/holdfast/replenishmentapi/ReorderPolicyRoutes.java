package dev.holdfast.replenishmentapi;

import dev.holdfast.aws.http.Answer;
import dev.holdfast.aws.http.IfMatch;
import dev.holdfast.aws.http.Operation;
import dev.holdfast.aws.http.Problem;
import dev.holdfast.aws.http.Reply;
import dev.holdfast.aws.http.Request;
import dev.holdfast.aws.http.Route;
import dev.holdfast.aws.http.Routes;
import dev.holdfast.channels.Role;
import dev.holdfast.kernel.Sku;
import dev.holdfast.replenishment.ReorderPolicy;
import dev.holdfast.replenishment.application.SetReorderPolicy;
import dev.holdfast.replenishment.application.SetReorderPolicy.Outcome.Created;
import dev.holdfast.replenishment.application.SetReorderPolicy.Outcome.NoSuchSku;
import dev.holdfast.replenishment.application.SetReorderPolicy.Outcome.PreconditionMissing;
import dev.holdfast.replenishment.application.SetReorderPolicy.Outcome.Replaced;
import dev.holdfast.replenishment.application.SetReorderPolicy.Outcome.Stale;
import dev.holdfast.replenishment.application.SetReorderPolicy.Outcome.TryAgain;
import dev.holdfast.replenishment.application.SetReorderPolicy.Outcome.Unchanged;
import dev.holdfast.replenishment.port.ReorderPolicies;
import dev.holdfast.replenishment.port.ReorderPolicies.Stored;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;

/** {@code /v1/skus/{sku}/reorder-policy}. */
final class ReorderPolicyRoutes {
    private static final Operation GET =
            Operation.of("Shows a SKU's reorder policy.").answers("ReorderPolicy", 200);
    private static final Operation PUT = Operation.of("Sets a SKU's reorder policy, or replaces it.")
            .replaces()
            .reads(PolicyJson::read)
            .answers("ReorderPolicy", 200, 201);
    private static final String PATH = "/v1/skus/{sku}/reorder-policy";
    private static final Set<Role> ROLES = Set.of(Role.PROCUREMENT);

    private final ReorderPolicies policies;
    private final SetReorderPolicy setting;

    ReorderPolicyRoutes(ReorderPolicies policies, SetReorderPolicy setting) {
        this.policies = policies;
        this.setting = setting;
    }

    Routes table() {
        return Routes.of(
                Route.get(PATH, ROLES, this::get).telling(GET),
                Route.put(PATH, ROLES, this::put).telling(PUT));
    }

    private Reply get(Request request) {
        Sku sku = request.path("sku", Sku::new);
        return policies.find(sku)
                .<Reply>map(stored -> ok(sku, stored))
                .orElseGet(() -> Problem.notFound("There is no such SKU, or it has no reorder policy."));
    }

    private Reply put(Request request) {
        Sku sku = request.path("sku", Sku::new);
        ReorderPolicy policy = request.body(PolicyJson::read);
        return switch (setting.set(
                sku, policy, expected(request.ifMatch()), request.principal().name(), request.now())) {
            case Created(Stored stored) ->
                Answer.created(PATH.replace("{sku}", sku.value()), PolicyJson.write(sku, stored))
                        .tagged(tag(stored.version()));
            case Replaced(Stored stored) -> ok(sku, stored);
            case Unchanged(Stored stored) -> ok(sku, stored);
            case PreconditionMissing() -> Problem.preconditionRequired();
            case Stale() -> Problem.stale();
            case NoSuchSku() -> Problem.notFound("There is no such SKU.");
            case TryAgain() -> Problem.busy(Duration.ofSeconds(1));
        };
    }

    private static Optional<LongPredicate> expected(IfMatch ifMatch) {
        return ifMatch.isPresent() ? Optional.of(version -> ifMatch.names(tag(version))) : Optional.empty();
    }

    private static Answer ok(Sku sku, Stored stored) {
        return Answer.ok(PolicyJson.write(sku, stored)).tagged(tag(stored.version()));
    }

    private static String tag(long version) {
        return Long.toString(version);
    }
}
