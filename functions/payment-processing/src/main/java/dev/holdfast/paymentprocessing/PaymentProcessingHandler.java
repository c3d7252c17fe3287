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
        super(
                OrderCommand::read,
                beans.getBean(PaymentBatch.class),
                InstantSource.system(),
                Optional.of(beans.getBean(DeadLetters.class)));
    }
}
