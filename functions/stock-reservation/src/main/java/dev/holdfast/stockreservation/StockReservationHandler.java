package dev.holdfast.stockreservation;

import dev.holdfast.aws.lambda.DeadLetters;
import dev.holdfast.aws.lambda.SqsFunction;
import dev.holdfast.aws.ordering.OrderCommand;
import io.micronaut.context.ApplicationContext;
import java.time.InstantSource;
import java.util.Optional;

/** Reserves, releases, fills and finishes: the worker of all order-stock processes. */
public final class StockReservationHandler extends SqsFunction<OrderCommand> {
    public StockReservationHandler() {
        this(ApplicationContext.builder(StockReservationHandler.class.getClassLoader())
                .banner(false)
                .deduceEnvironment(false)
                .start());
    }

    private StockReservationHandler(ApplicationContext beans) {
        this(beans.getBean(ReservationBatch.class), InstantSource.system(), beans.getBean(DeadLetters.class));
    }

    StockReservationHandler(ReservationBatch work, InstantSource clock, DeadLetters deadLetters) {
        super(OrderCommand::read, work, clock, Optional.of(deadLetters));
    }
}
