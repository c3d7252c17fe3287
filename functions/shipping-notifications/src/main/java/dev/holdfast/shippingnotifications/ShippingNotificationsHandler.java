package dev.holdfast.shippingnotifications;

import dev.holdfast.aws.lambda.DeadLetters;
import dev.holdfast.aws.lambda.SqsFunction;
import dev.holdfast.aws.ordering.OrderCommand;
import io.micronaut.context.ApplicationContext;
import java.time.InstantSource;
import java.util.Optional;

/** Tells customers that goods are on the way. */
public final class ShippingNotificationsHandler extends SqsFunction<OrderCommand> {
    public ShippingNotificationsHandler() {
        this(ApplicationContext.builder(ShippingNotificationsHandler.class.getClassLoader())
                .banner(false)
                .deduceEnvironment(false)
                .start());
    }

    private ShippingNotificationsHandler(ApplicationContext beans) {
        this(beans.getBean(NoticeBatch.class), InstantSource.system(), beans.getBean(DeadLetters.class));
    }

    ShippingNotificationsHandler(NoticeBatch work, InstantSource clock, DeadLetters deadLetters) {
        super(OrderCommand::read, work, clock, Optional.of(deadLetters));
    }
}
