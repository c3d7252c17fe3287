package dev.holdfast.simulation.world;

import dev.holdfast.simulation.engine.Crash;
import dev.holdfast.simulation.engine.Scheduler;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * What lies between a function and the outside. Each remote call first lets others go, then meets its fault, as the
 * adapters see it when the SDK has given up, or has repeated the call.
 */
final class Wire {
    private static final long LATENCY_MILLIS = 5;
    private static final long SDK_PAUSE_MILLIS = 60;
    /** So long that little time is left, or none: a function has twenty seconds. */
    private static final long[] SLOW_MILLIS = {900, 4_000, 9_000, 17_000, 30_000};

    private static final long[] LATE_MILLIS = {200, 2_000, 20_000, 120_000};

    private final Scheduler scheduler;
    private final Faults faults;
    private final Coverage coverage;
    private final Trace trace;
    private int tokens;

    Wire(Scheduler scheduler, Faults faults, Coverage coverage, Trace trace) {
        this.scheduler = scheduler;
        this.faults = faults;
        this.coverage = coverage;
        this.trace = trace;
    }

    /** A call, in all the ways in which it can go. */
    interface Remote<R> {
        /** As it should be. */
        R now();

        /** What it meets, before it goes on. */
        default void met(Fault fault) {}

        /** The same request again, as the SDK repeats it. */
        default R repeated() {
            return now();
        }

        /** Only a part of it. */
        default R partly() {
            return now();
        }

        /** What the service says to refuse it in this way. */
        default RuntimeException refusal(Fault fault) {
            return serviceFault(fault);
        }
    }

    <R> R call(Call call, Supplier<String> about, Remote<R> remote) {
        Invocation invocation = (Invocation) scheduler.context();
        pass(LATENCY_MILLIS, invocation);
        Fault fault = faults.next(invocation.function(), call);
        coverage.count(invocation.function(), call, fault);
        if (trace.isOn()) {
            trace.add(invocation + " " + call + " " + about.get() + (fault == Fault.NONE ? "" : ": " + fault.words()));
        }
        remote.met(fault);
        return switch (fault) {
            case NONE, DECLINED, WRONG_AMOUNT -> remote.now();
            case CRASH_BEFORE -> throw new Crash();
            case CRASH_AFTER -> {
                attempt(remote);
                throw new Crash();
            }
            case LOST_BEFORE -> throw timedOut();
            case LOST_AFTER -> {
                attempt(remote);
                throw timedOut();
            }
            case LANDS_LATE -> {
                scheduler.after(LATE_MILLIS[faults.detail(LATE_MILLIS.length)], () -> attempt(remote));
                throw timedOut();
            }
            case REPEATED -> {
                attempt(remote);
                pass(SDK_PAUSE_MILLIS, invocation);
                yield remote.repeated();
            }
            case IN_PROGRESS -> {
                attempt(remote);
                throw remote.refusal(fault);
            }
            case SLOW_BEFORE -> {
                pass(SLOW_MILLIS[faults.detail(SLOW_MILLIS.length)], invocation);
                yield remote.now();
            }
            case SLOW_AFTER -> {
                R answer = remote.now();
                pass(SLOW_MILLIS[faults.detail(SLOW_MILLIS.length)], invocation);
                yield answer;
            }
            case PARTIAL -> remote.partly();
            case SERVER_ERROR, THROTTLED, CONFLICT, CANCELLED_THROTTLED, CANCELLED_PROVISIONED, UNAVAILABLE ->
                throw remote.refusal(fault);
        };
    }

    /** Does it, and lets nobody know how it went. */
    private static void attempt(Remote<?> remote) {
        try {
            var _ = remote.now();
        } catch (RuntimeException unheard) {
            // Whoever asked is not there to hear it.
        }
    }

    /** Lambda ends an invocation whose time is up, wherever it is. */
    private void pass(long millis, Invocation invocation) {
        scheduler.sleep(millis);
        if (scheduler.nowMillis() >= invocation.endsAtMillis()) {
            throw new Crash();
        }
    }

    /** Notes what the function that runs needs to be allowed. */
    void asks(String action, String table) {
        coverage.ask(((Invocation) scheduler.context()).function(), action, table);
    }

    int detail(int bound) {
        return faults.detail(bound);
    }

    /** What the SDK sends along with a transaction, the same when it repeats it. */
    String token() {
        return "token-" + ++tokens;
    }

    private static SdkClientException timedOut() {
        return SdkClientException.builder()
                .message("timed out")
                .writableStackTrace(false)
                .build();
    }

    static AwsServiceException serviceFault(Fault fault) {
        String code = fault == Fault.THROTTLED ? "ThrottlingException" : "InternalServerError";
        return (AwsServiceException) AwsServiceException.builder()
                .statusCode(fault == Fault.THROTTLED ? 400 : 500)
                .message(code)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .writableStackTrace(false)
                .build();
    }
}
