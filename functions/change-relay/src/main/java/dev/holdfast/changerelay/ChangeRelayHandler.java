package dev.holdfast.changerelay;

import dev.holdfast.aws.lambda.DeadLetters;
import dev.holdfast.aws.lambda.StreamFunction;
import io.micronaut.context.ApplicationContext;

/** Turns committed changes into commands: what must happen next. */
public final class ChangeRelayHandler extends StreamFunction<Command> {
    public ChangeRelayHandler() {
        this(ApplicationContext.builder(ChangeRelayHandler.class.getClassLoader())
                .banner(false)
                .deduceEnvironment(false)
                .start());
    }

    private ChangeRelayHandler(ApplicationContext beans) {
        this(beans.getBean(Queues.class), beans.getBean(DeadLetters.class));
    }

    ChangeRelayHandler(Queues queues, DeadLetters deadLetters) {
        super(Commands::of, queues, deadLetters);
    }
}
