package dev.holdfast.simulation.exhaustive;

import dev.holdfast.ordering.port.PaymentProvider.Answer;
import dev.holdfast.ordering.port.PaymentProvider.Intent;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The provider's book of one order. A key is acted on once; in all else the provider is naive and does what it is
 * asked, so that it is our own code that must not ask for the wrong thing.
 *
 * @param remembered the answer given under each intent's key
 * @param authorisations how often money was kept for us
 * @param captures how often money was taken
 * @param voids how often an authorisation was given back
 */
record Book(Map<Intent, Answer> remembered, int authorisations, int captures, int voids) {
    static final Book EMPTY = new Book(Map.of(), 0, 0, 0);

    Book {
        remembered = Map.copyOf(remembered);
    }

    Optional<Answer> answer(Intent intent) {
        return Optional.ofNullable(remembered.get(intent));
    }

    /** This book when the provider has acted under the key of this intent; after a void nothing is authorised. */
    Book acted(Intent intent, Answer answer) {
        Map<Intent, Answer> more = new EnumMap<>(Intent.class);
        more.putAll(remembered);
        more.put(intent, answer);
        if (intent == Intent.VOID && answer instanceof Answer.Approved) {
            more.putIfAbsent(Intent.AUTHORISE, new Answer.Declined());
        }
        int done = answer instanceof Answer.Approved ? 1 : 0;
        return new Book(
                more,
                authorisations + (intent == Intent.AUTHORISE ? done : 0),
                captures + (intent == Intent.CAPTURE ? done : 0),
                voids + (intent == Intent.VOID ? done : 0));
    }

    /** Minor units that the provider keeps or has taken. */
    long authorisedMinor() {
        return answer(Intent.AUTHORISE)
                .filter(Answer.Approved.class::isInstance)
                .map(answer -> ((Answer.Approved) answer).minor())
                .orElse(0L);
    }

    /** Whether the provider keeps money that nobody will ask for or give back, though it would. */
    boolean keepsMoney() {
        boolean wouldNot =
                answer(Intent.VOID).filter(Answer.Declined.class::isInstance).isPresent();
        return authorisations > 0 && captures == 0 && voids == 0 && !wouldNot;
    }
}
