package dev.holdfast.replenishmentalerts;

import dev.holdfast.aws.lambda.SqsFunction;
import dev.holdfast.aws.replenishment.CrossingMessage;
import dev.holdfast.replenishment.Crossing;
import io.micronaut.context.ApplicationContext;
import java.time.InstantSource;

/** Entry point of the function: starts its beans once, with the first invocation of its environment. */
public final class ReplenishmentAlertsHandler extends SqsFunction<Crossing> {
    public ReplenishmentAlertsHandler() {
        this(
                ApplicationContext.builder(ReplenishmentAlertsHandler.class.getClassLoader())
                        .deduceEnvironment(false)
                        .banner(false)
                        .start()
                        .getBean(CrossingWork.class),
                InstantSource.system());
    }

    ReplenishmentAlertsHandler(CrossingWork work, InstantSource clock) {
        super(CrossingMessage::decode, work, clock);
    }
}
