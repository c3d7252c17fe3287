package dev.holdfast.orderapi;

import dev.holdfast.aws.http.Problem;
import dev.holdfast.aws.http.Reply;
import dev.holdfast.ordering.Decision;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.application.Answer;
import java.time.Duration;
import java.util.function.Function;

/** What somebody who asked something of an order is told, in HTTP. */
final class Asked {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private Asked() {}

    /**
     * The reply to an answer.
     *
     * @param what is named where it does not exist
     * @param show the representation of what was asked about, with its status
     */
    static Reply reply(Answer answer, String what, Function<Order, dev.holdfast.aws.http.Answer> show) {
        return switch (answer) {
            case Answer.Done done -> show.apply(done.order());
            case Answer.Replayed replayed -> show.apply(replayed.order()).replayed();
            case Answer.NotFound _ -> notFound(what);
            case Answer.Refused refused -> refused(refused.order(), refused.refusal());
            case Answer.Busy _ -> Problem.busy(RETRY_AFTER);
        };
    }

    static Problem notFound(String what) {
        return Problem.notFound("There is no such " + what + ".");
    }

    private static Problem refused(Order order, Decision.Refusal refusal) {
        return switch (refusal) {
            case STATE ->
                Problem.conflict(
                        "order-state",
                        "The order's state does not allow this",
                        "The order is " + order.state().status() + ", its fulfilment "
                                + order.state().fulfilmentStatus() + ".");
            case KEY_REUSED -> Problem.keyReused("It was done before, with other content.");
        };
    }
}
