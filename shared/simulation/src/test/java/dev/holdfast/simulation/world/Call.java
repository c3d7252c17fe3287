package dev.holdfast.simulation.world;

import static dev.holdfast.simulation.world.Fault.CANCELLED_PROVISIONED;
import static dev.holdfast.simulation.world.Fault.CANCELLED_THROTTLED;
import static dev.holdfast.simulation.world.Fault.CONFLICT;
import static dev.holdfast.simulation.world.Fault.CRASH_AFTER;
import static dev.holdfast.simulation.world.Fault.CRASH_BEFORE;
import static dev.holdfast.simulation.world.Fault.DECLINED;
import static dev.holdfast.simulation.world.Fault.IN_PROGRESS;
import static dev.holdfast.simulation.world.Fault.LANDS_LATE;
import static dev.holdfast.simulation.world.Fault.LOST_AFTER;
import static dev.holdfast.simulation.world.Fault.LOST_BEFORE;
import static dev.holdfast.simulation.world.Fault.NONE;
import static dev.holdfast.simulation.world.Fault.PARTIAL;
import static dev.holdfast.simulation.world.Fault.REPEATED;
import static dev.holdfast.simulation.world.Fault.SERVER_ERROR;
import static dev.holdfast.simulation.world.Fault.SLOW_AFTER;
import static dev.holdfast.simulation.world.Fault.SLOW_BEFORE;
import static dev.holdfast.simulation.world.Fault.THROTTLED;
import static dev.holdfast.simulation.world.Fault.UNAVAILABLE;
import static dev.holdfast.simulation.world.Fault.WRONG_AMOUNT;

import java.util.List;

/** A remote call, and what can go wrong with it. */
public enum Call {
    GET_ITEM(NONE, CRASH_BEFORE, CRASH_AFTER, LOST_BEFORE, SERVER_ERROR, THROTTLED, SLOW_BEFORE, SLOW_AFTER),
    BATCH_GET(NONE, CRASH_BEFORE, CRASH_AFTER, LOST_BEFORE, SERVER_ERROR, THROTTLED, SLOW_BEFORE, SLOW_AFTER, PARTIAL),
    QUERY(NONE, CRASH_BEFORE, CRASH_AFTER, LOST_BEFORE, SERVER_ERROR, THROTTLED, SLOW_BEFORE, SLOW_AFTER, PARTIAL),
    PUT_ITEM(
            NONE,
            CRASH_BEFORE,
            CRASH_AFTER,
            LOST_BEFORE,
            LOST_AFTER,
            LANDS_LATE,
            REPEATED,
            SERVER_ERROR,
            THROTTLED,
            CONFLICT,
            SLOW_BEFORE,
            SLOW_AFTER),
    BATCH_WRITE(
            NONE,
            CRASH_BEFORE,
            CRASH_AFTER,
            LOST_BEFORE,
            LOST_AFTER,
            LANDS_LATE,
            REPEATED,
            SERVER_ERROR,
            THROTTLED,
            SLOW_BEFORE,
            SLOW_AFTER,
            PARTIAL),
    TRANSACT_WRITE(
            NONE,
            CRASH_BEFORE,
            CRASH_AFTER,
            LOST_BEFORE,
            LOST_AFTER,
            LANDS_LATE,
            REPEATED,
            SERVER_ERROR,
            THROTTLED,
            CONFLICT,
            CANCELLED_THROTTLED,
            CANCELLED_PROVISIONED,
            IN_PROGRESS,
            SLOW_BEFORE,
            SLOW_AFTER),
    SEND(
            NONE,
            CRASH_BEFORE,
            CRASH_AFTER,
            LOST_BEFORE,
            LOST_AFTER,
            REPEATED,
            SERVER_ERROR,
            THROTTLED,
            SLOW_BEFORE,
            SLOW_AFTER),
    SEND_BATCH(
            NONE,
            CRASH_BEFORE,
            CRASH_AFTER,
            LOST_BEFORE,
            LOST_AFTER,
            REPEATED,
            SERVER_ERROR,
            THROTTLED,
            SLOW_BEFORE,
            SLOW_AFTER,
            PARTIAL),
    CHANGE_VISIBILITY(NONE, CRASH_BEFORE, CRASH_AFTER, LOST_BEFORE, LOST_AFTER, THROTTLED, SLOW_BEFORE, SLOW_AFTER),
    PUBLISH_BATCH(
            NONE,
            CRASH_BEFORE,
            CRASH_AFTER,
            LOST_BEFORE,
            LOST_AFTER,
            REPEATED,
            SERVER_ERROR,
            THROTTLED,
            SLOW_BEFORE,
            SLOW_AFTER,
            PARTIAL),
    SEND_EMAIL(
            NONE,
            CRASH_BEFORE,
            CRASH_AFTER,
            LOST_BEFORE,
            LOST_AFTER,
            REPEATED,
            SERVER_ERROR,
            THROTTLED,
            SLOW_BEFORE,
            SLOW_AFTER),
    AUTHORISE(
            NONE,
            CRASH_BEFORE,
            CRASH_AFTER,
            LOST_BEFORE,
            LOST_AFTER,
            LANDS_LATE,
            UNAVAILABLE,
            DECLINED,
            WRONG_AMOUNT,
            SLOW_BEFORE,
            SLOW_AFTER),
    CAPTURE(
            NONE,
            CRASH_BEFORE,
            CRASH_AFTER,
            LOST_BEFORE,
            LOST_AFTER,
            LANDS_LATE,
            UNAVAILABLE,
            DECLINED,
            SLOW_BEFORE,
            SLOW_AFTER),
    VOID(
            NONE,
            CRASH_BEFORE,
            CRASH_AFTER,
            LOST_BEFORE,
            LOST_AFTER,
            LANDS_LATE,
            UNAVAILABLE,
            DECLINED,
            SLOW_BEFORE,
            SLOW_AFTER),
    LOOK_UP(NONE, CRASH_BEFORE, CRASH_AFTER, UNAVAILABLE, SLOW_BEFORE, SLOW_AFTER);

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Fault> faults;

    Call(Fault... faults) {
        this.faults = List.of(faults);
    }

    /** What can happen; the first is that nothing does. */
    public List<Fault> faults() {
        return faults;
    }
}
