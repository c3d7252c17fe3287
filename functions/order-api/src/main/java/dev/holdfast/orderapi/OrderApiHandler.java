package dev.holdfast.orderapi;

import dev.holdfast.aws.http.HttpApi;
import dev.holdfast.aws.http.HttpFunction;
import io.micronaut.context.ApplicationContext;

/** Reads, lists and cancels orders; lists, dispatches and delivers shipments. */
public final class OrderApiHandler extends HttpFunction {
    public OrderApiHandler() {
        super(ApplicationContext.builder(OrderApiHandler.class.getClassLoader())
                .banner(false)
                .deduceEnvironment(false)
                .start()
                .getBean(HttpApi.class));
    }
}
