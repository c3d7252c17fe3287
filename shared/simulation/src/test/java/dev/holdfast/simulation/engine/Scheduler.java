package dev.holdfast.simulation.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** What goes next. Time stands still while anything is ready, then jumps to the next appointment. */
public final class Scheduler {
    /** A bound on one history, far above what any needs. */
    private static final int STEPS_MAX = 60_000;

    private final IntUnaryOperator choice;
    private final List<Runnable> ready = new ArrayList<>();
    private final PriorityQueue<Appointment> appointments = new PriorityQueue<>();
    private long nowMillis;
    private long appointed;
    private int steps;
    private @Nullable Strand current;

    /** @param choice given how many are ready, which goes next */
    public Scheduler(IntUnaryOperator choice) {
        this.choice = choice;
    }

    private record Appointment(long atMillis, long order, Runnable what) implements Comparable<Appointment> {
        @Override
        public int compareTo(Appointment other) {
            int byTime = Long.compare(atMillis, other.atMillis);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    /** Blocking code in a context, such as one invocation of a function. */
    private final class Strand implements Runnable {
        private final Coroutine coroutine;
        private Object context;
        private @Nullable Throwable fault;

        Strand(Object context, Runnable body) {
            this.context = context;
            this.coroutine = new Coroutine(() -> attempt(body));
        }

        private void attempt(Runnable body) {
            try {
                body.run();
            } catch (RuntimeException | Error e) {
                fault = e;
            }
        }

        @Override
        public void run() {
            current = this;
            coroutine.resume();
            current = null;
            switch (fault) {
                case null -> {}
                case Error error -> throw error;
                case RuntimeException e -> throw e;
                default -> throw new IllegalStateException(fault);
            }
        }
    }

    /** Virtual time since the beginning. */
    public long nowMillis() {
        return nowMillis;
    }

    /** What the strand that runs is about; the caller must be one. */
    public Object context() {
        return running().context;
    }

    /** Says what the strand that runs is about from here on; answers what it was about before. */
    public Object enter(Object context) {
        Strand self = running();
        Object before = self.context;
        self.context = context;
        return before;
    }

    /** Starts blocking code now. */
    public void start(Object context, Runnable body) {
        ready.add(new Strand(context, body));
    }

    /** Does this once, after so long. */
    public void after(long millis, Runnable what) {
        appointments.add(new Appointment(nowMillis + millis, appointed++, what));
    }

    /** Lets so much time pass for the strand that calls. */
    public void sleep(long millis) {
        Strand self = running();
        if (millis <= 0) {
            ready.add(self);
        } else {
            after(millis, () -> ready.add(self));
        }
        Coroutine.setAside();
    }

    private Strand running() {
        Strand self = current;
        if (self == null) {
            throw new IllegalStateException("only what was started can be set aside");
        }
        return self;
    }

    /** Runs until nothing is ready and no appointment is left up to this time; then it is that time, or later. */
    public void runUntil(long untilMillis) {
        while (true) {
            while (!ready.isEmpty()) {
                step();
            }
            Appointment next = appointments.peek();
            if (next == null || next.atMillis > untilMillis) {
                nowMillis = Math.max(nowMillis, untilMillis == Long.MAX_VALUE ? nowMillis : untilMillis);
                return;
            }
            nowMillis = next.atMillis;
            while (next != null && next.atMillis == nowMillis) {
                appointments.remove().what.run();
                next = appointments.peek();
            }
        }
    }

    private void step() {
        if (++steps > STEPS_MAX) {
            throw new Violation("I12", "the history does not come to rest");
        }
        int size = ready.size();
        int index = size == 1 ? 0 : choice.applyAsInt(size);
        ready.remove(index).run();
    }
}
