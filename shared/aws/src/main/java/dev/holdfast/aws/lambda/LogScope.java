package dev.holdfast.aws.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import org.slf4j.MDC;

/**
 * What the lines of the log say of the work that they come from, until it is closed. What work is about is an order's id
 * or a SKU, which each message and record carries; so the way of one order is found in the logs of all functions.
 */
public interface LogScope extends AutoCloseable {
    @Override
    void close();

    /** Work about this. */
    static LogScope about(String correlationId) {
        return of("correlationId", correlationId);
    }

    /** One invocation of a function. */
    static LogScope of(Context invocation) {
        LogScope function = of("function", invocation.getFunctionName());
        LogScope request = of("requestId", invocation.getAwsRequestId());
        return () -> {
            request.close();
            function.close();
        };
    }

    private static LogScope of(String key, String value) {
        String before = MDC.get(key);
        MDC.put(key, value);
        return () -> {
            if (before == null) {
                MDC.remove(key);
            } else {
                MDC.put(key, before);
            }
        };
    }
}
