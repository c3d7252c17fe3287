package dev.holdfast.paymentprocessing;

import dev.holdfast.aws.lambda.DeadLetters;
import dev.holdfast.aws.lambda.SqsFunction;
import dev.holdfast.aws.ordering.OrderCommand;
import io.micronaut.context.ApplicationContext;
import java.time.InstantSource;
import java.util.Optional;

/** Authorises, captures and voids payments. */
public final class PaymentProcessingHandler extends SqsFunction<OrderCommand> {
    public PaymentProcessingHandler() {
        this(ApplicationContext.builder(PaymentProcessingHandler.class.getClassLoader())
                .banner(false)
                .deduceEnvironment(false)
                .start());
    }

    private PaymentProcessingHandler(ApplicationContext beans) {
        this(beans.getBean(PaymentBatch.class), InstantSource.system(), beans.getBean(DeadLetters.class));
    }

    PaymentProcessingHandler(PaymentBatch work, InstantSource clock, DeadLetters deadLetters) {
        super(OrderCommand::read, work, clock, Optional.of(deadLetters));
    }
}
