package dev.holdfast.duework;

import dev.holdfast.aws.lambda.ScheduledFunction;
import dev.holdfast.aws.lambda.ScheduledWork;
import io.micronaut.context.ApplicationContext;
import java.time.InstantSource;

/** Every minute: what is stuck or past its time goes on. */
public final class DueWorkHandler extends ScheduledFunction {
    public DueWorkHandler() {
        super(
                ApplicationContext.builder(DueWorkHandler.class.getClassLoader())
                        .banner(false)
                        .deduceEnvironment(false)
                        .start()
                        .getBean(ScheduledWork.class),
                InstantSource.system());
    }
}
