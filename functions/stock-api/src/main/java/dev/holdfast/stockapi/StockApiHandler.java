package dev.holdfast.stockapi;

import dev.holdfast.aws.http.HttpApi;
import dev.holdfast.aws.http.HttpFunction;
import io.micronaut.context.ApplicationContext;

/** SKUs, locations, receipts, adjustments, availability, stock and its movements. */
public final class StockApiHandler extends HttpFunction {
    public StockApiHandler() {
        super(ApplicationContext.builder(StockApiHandler.class.getClassLoader())
                .banner(false)
                .deduceEnvironment(false)
                .start()
                .getBean(HttpApi.class));
    }
}
