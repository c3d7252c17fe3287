package dev.holdfast.eventpublisher;

import dev.holdfast.aws.lambda.DeadLetters;
import dev.holdfast.aws.lambda.StreamFunction;
import io.micronaut.context.ApplicationContext;

/** Turns committed changes into events on topics: what others may want to know. */
public final class EventPublisherHandler extends StreamFunction<Event> {
    public EventPublisherHandler() {
        this(ApplicationContext.builder(EventPublisherHandler.class.getClassLoader())
                .banner(false)
                .deduceEnvironment(false)
                .start());
    }

    private EventPublisherHandler(ApplicationContext beans) {
        this(beans.getBean(Topics.class), beans.getBean(DeadLetters.class));
    }

    EventPublisherHandler(Topics topics, DeadLetters deadLetters) {
        super(Events::of, topics, deadLetters);
    }
}
