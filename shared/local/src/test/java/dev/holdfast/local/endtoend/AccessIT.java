package dev.holdfast.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.channels.AccessKey;
import dev.holdfast.channels.Principal;
import dev.holdfast.channels.Role;
import dev.holdfast.channels.application.IssueKeys;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.ChannelId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may do what: every route that the OpenAPI document tells of, for every role and for strangers. */
@ExtendWith(OneSystem.class)
class AccessIT {
    private static final List<Integer> CLOSED = List.of(401, 403);
    private static final Set<Role> STAFF = EnumSet.of(Role.WAREHOUSE, Role.PROCUREMENT, Role.SUPPORT);

    private final RunningSystem system;

    AccessIT(RunningSystem system) {
        this.system = system;
    }

    private record Told(String method, String path, Set<Role> roles) {
        Reply askedBy(Caller caller, String order) {
            String somewhere = path.replace("{sku}", "A")
                    .replace("{location}", "A")
                    .replace("{orderId}", order)
                    .replace("{shipmentId}", order + "-A");
            String body = "{\"reference\": \"matrix\", \"reason\": \"no longer wanted\"}";
            return method.equals("GET")
                    ? caller.get(somewhere)
                    : caller.send(
                            method,
                            somewhere,
                            body.getBytes(StandardCharsets.UTF_8),
                            "Content-Type",
                            "application/json");
        }

        /** Staff may read and do what their roles say, an admin all that any of them may; nobody orders for a channel. */
        boolean isFor(Role role) {
            return roles.contains(role) || (role == Role.ADMIN && roles.stream().anyMatch(STAFF::contains));
        }
    }

    private List<Told> routes() {
        List<Told> routes = new ArrayList<>();
        JsonNode paths = system.told().document().path("paths");
        paths.properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(one -> routes.add(new Told(
                                one.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                roles(one.getValue().path("x-roles"))))));
        assertThat(routes).hasSizeGreaterThan(19);
        return routes;
    }

    private static Set<Role> roles(JsonNode names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        names.forEach(name -> roles.add(Role.valueOf(name.asText().toUpperCase(Locale.ROOT))));
        return roles;
    }

    private static final String NO_ORDER = "ord_00000000000000000000000000";

    @TestFactory
    Stream<DynamicTest> a_route_serves_the_roles_that_it_names_and_no_others() {
        List<Told> routes = routes();
        return Stream.of(Role.values())
                .map(role -> dynamicTest(role.name(), () -> {
                    Optional<ChannelId> channel =
                            role == Role.CHANNEL ? Optional.of(new ChannelId("matrix-shop")) : Optional.empty();
                    Caller caller = system.newcomer(channel, role);
                    assertThat(routes).allSatisfy(route -> {
                        int status = route.askedBy(caller, NO_ORDER).status();
                        if (route.isFor(role)) {
                            assertThat(CLOSED).doesNotContain(status);
                        } else {
                            assertThat(status).isEqualTo(403);
                        }
                    });
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_stranger_is_told_nothing_anywhere() {
        List<Told> routes = routes();
        return Stream.of(
                        "",
                        "Bearer",
                        "Bearer hf_unknown",
                        "Basic aGY6aGY=",
                        "bearer hf_",
                        "Bearer eyJhbGciOiJub25lIn0.e30.")
                .map(header -> dynamicTest(
                        "'" + header + "'",
                        () -> assertThat(routes)
                                .allSatisfy(route -> route.askedBy(system.stranger(header), NO_ORDER)
                                        .mustRefuse(401, "unauthenticated"))));
    }

    @Test
    void what_belongs_to_another_channel_is_not_there() {
        String mug = system.warehouse().article(1);
        String order = system.shop().orders(1, mug).decided().id();
        List<Told> ofOrders = routes().stream()
                .filter(route -> route.roles().contains(Role.CHANNEL))
                .filter(route -> route.path().contains("{orderId}"))
                .toList();

        assertThat(ofOrders)
                .hasSizeGreaterThan(1)
                .allSatisfy(
                        route -> route.askedBy(system.market().caller(), order).mustRefuse(404, "not-found"));
        assertThat(system.shop().caller().get("/v1/orders/" + order).mustBe(200).text("/status"))
                .isEqualTo("CONFIRMED");
    }

    @Test
    void a_key_works_from_the_moment_it_is_made_and_a_revoked_one_never_again() {
        IssueKeys keys = new IssueKeys(system.accounts(), new SecureRandom());
        Actor name = new Actor(Names.next("clerk"));
        AccessKey first = made(keys.open(new Principal(name, Optional.empty(), Set.of(Role.WAREHOUSE)), Instant.now()));
        system.stranger("Bearer " + first.secret())
                .get("/v1/shipments?status=READY")
                .mustBe(200);

        AccessKey second = made(keys.rotate(name, Instant.now()));
        assertThat(keys.rotate(name, Instant.now())).isEqualTo(new IssueKeys.Outcome.NoRoom());
        String id = second.hash().hex().substring(0, 12);
        assertThat(keys.revoke(name, id)).isEqualTo(new IssueKeys.Outcome.Revoked());
        system.stranger("Bearer " + second.secret())
                .get("/v1/shipments?status=READY")
                .mustRefuse(401, "unauthenticated");
        system.stranger("Bearer " + first.secret())
                .get("/v1/shipments?status=READY")
                .mustBe(200);
        assertThat(keys.revoke(name, id)).isEqualTo(new IssueKeys.Outcome.NoSuchKey());
    }

    private static AccessKey made(IssueKeys.Outcome outcome) {
        assertThat(outcome).isInstanceOf(IssueKeys.Outcome.Made.class);
        return ((IssueKeys.Outcome.Made) outcome).key();
    }
}
