package dev.holdfast.orderintake;

import dev.holdfast.aws.http.HttpApi;
import dev.holdfast.aws.http.HttpFunction;
import io.micronaut.context.ApplicationContext;

/** Accepts orders: {@code POST /v1/orders}. The hot path. */
public final class OrderIntakeHandler extends HttpFunction {
    public OrderIntakeHandler() {
        super(ApplicationContext.builder(OrderIntakeHandler.class.getClassLoader())
                .banner(false)
                .deduceEnvironment(false)
                .start()
                .getBean(HttpApi.class));
    }
}
