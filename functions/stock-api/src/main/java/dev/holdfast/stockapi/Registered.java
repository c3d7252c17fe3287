package dev.holdfast.stockapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.http.Answer;
import dev.holdfast.aws.http.IfMatch;
import dev.holdfast.aws.http.Problem;
import dev.holdfast.aws.http.Reply;
import dev.holdfast.aws.http.Request;
import dev.holdfast.inventory.domain.Registration;
import dev.holdfast.inventory.domain.Versioned;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongPredicate;

/** What a {@code PUT} of master data is answered; a record's entity tag is its version. */
final class Registered {
    private Registered() {}

    static String tag(long version) {
        return Long.toString(version);
    }

    /** The versions that the caller wants to replace; empty without {@code If-Match}. */
    static Optional<LongPredicate> expected(Request request) {
        IfMatch ifMatch = request.ifMatch();
        return ifMatch.isPresent() ? Optional.of(version -> ifMatch.names(tag(version))) : Optional.empty();
    }

    static <T> Reply reply(Registration<T> registration, String path, Function<Versioned<T>, ObjectNode> json) {
        return switch (registration) {
            case Registration.Created<T>(Versioned<T> made) ->
                Answer.created(path, json.apply(made)).tagged(tag(made.version()));
            case Registration.Replaced<T>(Versioned<T> made) ->
                Answer.ok(json.apply(made)).tagged(tag(made.version()));
            case Registration.Unchanged<T>(Versioned<T> found) ->
                Answer.ok(json.apply(found)).tagged(tag(found.version()));
            case Registration.PreconditionNeeded<T>() -> Problem.preconditionRequired();
            case Registration.Stale<T>() -> Problem.stale();
            case Registration.Full<T>(int most) ->
                Problem.refused(
                        "too-many-locations",
                        "There are too many locations",
                        "A merchant has at most " + most + " locations.");
            case Registration.Busy<T>() -> Problem.busy(TimeLeft.RETRY_AFTER);
        };
    }
}
