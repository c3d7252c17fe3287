package dev.holdfast.simulation.world;

import java.util.ArrayList;
import java.util.List;

/** One fault at one remote call, and nothing else; it notes which calls there were. */
public final class OneFault implements Faults {
    private final int position;
    private final Fault fault;
    private final List<Call> calls = new ArrayList<>();

    OneFault(int position, Fault fault) {
        this.position = position;
        this.fault = fault;
    }

    @Override
    public Fault next(FunctionName function, Call call) {
        calls.add(call);
        boolean now = calls.size() - 1 == position && call.faults().contains(fault);
        return now ? fault : Fault.NONE;
    }

    @Override
    public int detail(int bound) {
        return 0;
    }

    /** The calls so far, in order. */
    public List<Call> calls() {
        return calls;
    }
}
