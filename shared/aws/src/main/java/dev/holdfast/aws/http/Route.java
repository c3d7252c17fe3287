package dev.holdfast.aws.http;

import dev.holdfast.channels.Role;
import java.util.Optional;
import java.util.Set;

/**
 * One line of a function's route table.
 *
 * @param roles whoever holds any of them is served
 * @param action empty where another function serves it and this one only knows that it is allowed
 * @param operation what it tells of itself
 */
public record Route(
        String method, String path, Set<Role> roles, Optional<Action> action, Optional<Operation> operation) {
    public Route {
        roles = Set.copyOf(roles);
    }

    /** A read. {@code HEAD} comes with it. */
    public static Route get(String path, Set<Role> roles, Action action) {
        return new Route("GET", path, roles, Optional.of(action), Optional.empty());
    }

    /** An idempotent write under a natural key. */
    public static Route post(String path, Set<Role> roles, Action action) {
        return new Route("POST", path, roles, Optional.of(action), Optional.empty());
    }

    /** The creation or replacement of what the path names. */
    public static Route put(String path, Set<Role> roles, Action action) {
        return new Route("PUT", path, roles, Optional.of(action), Optional.empty());
    }

    /** Served by another function on the same path: named in {@code Allow}. */
    public static Route elsewhere(String method, String path) {
        return new Route(method, path, Set.of(), Optional.empty(), Optional.empty());
    }

    /** The same route, telling this of itself. */
    public Route telling(Operation what) {
        return new Route(method, path, roles, action, Optional.of(what));
    }
}
