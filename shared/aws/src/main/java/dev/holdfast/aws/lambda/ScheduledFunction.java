package dev.holdfast.aws.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.holdfast.kernel.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/**
 * A function behind a schedule. The event says nothing that matters: a late one works by its own clock. An exception
 * goes to Lambda, which tries again.
 */
public abstract class ScheduledFunction implements RequestStreamHandler {
    private final ScheduledWork work;
    private final InstantSource clock;

    protected ScheduledFunction(ScheduledWork work, InstantSource clock) {
        this.work = work;
        this.clock = clock;
    }

    @Override
    public final void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        try (LogScope _ = LogScope.of(context)) {
            work.run(clock.instant(), Deadline.inMillis(context::getRemainingTimeInMillis));
        }
        output.write("null".getBytes(StandardCharsets.UTF_8));
    }
}
