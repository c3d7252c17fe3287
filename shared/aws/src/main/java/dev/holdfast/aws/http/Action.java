package dev.holdfast.aws.http;

/** What a route does. */
@FunctionalInterface
public interface Action {
    /**
     * Serves a request whose caller may make it.
     *
     * @throws Refusal when a part of the request cannot be read
     */
    Reply handle(Request request);
}
