package dev.holdfast.stockhistory;

import dev.holdfast.aws.lambda.DeadLetters;
import dev.holdfast.aws.lambda.StreamFunction;
import dev.holdfast.inventory.application.KeepHistory;
import io.micronaut.context.ApplicationContext;

/** Committed stock change to the history of its SKU; a tampered journal to an alarm. */
public final class StockHistoryHandler extends StreamFunction<KeepHistory.Change> {
    /** Called by Lambda. */
    public StockHistoryHandler() {
        this(ApplicationContext.builder(StockHistoryHandler.class.getClassLoader())
                .banner(false)
                .deduceEnvironment(false)
                .start());
    }

    StockHistoryHandler(ApplicationContext beans) {
        this(beans.getBean(KeepHistory.class), beans.getBean(JournalWatch.class), beans.getBean(DeadLetters.class));
    }

    StockHistoryHandler(KeepHistory history, JournalWatch watch, DeadLetters deadLetters) {
        super(watch::of, (changes, deadline) -> history.run(changes), deadLetters);
    }
}
