package dev.holdfast.replenishmentapi;

import dev.holdfast.aws.http.HttpApi;
import dev.holdfast.aws.http.HttpFunction;
import io.micronaut.context.ApplicationContext;

/** Entry point of the function: starts its beans once, with the first invocation of its environment. */
public final class ReplenishmentApiHandler extends HttpFunction {
    public ReplenishmentApiHandler() {
        super(ApplicationContext.builder(ReplenishmentApiHandler.class.getClassLoader())
                .deduceEnvironment(false)
                .banner(false)
                .start()
                .getBean(HttpApi.class));
    }
}
