package dev.holdfast.simulation.world;

/** Two faults at two remote calls. */
public final class TwoFaults implements Faults {
    private final OneFault first;
    private final OneFault second;

    public TwoFaults(OneFault first, OneFault second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public Fault next(FunctionName function, Call call) {
        Fault one = first.next(function, call);
        Fault other = second.next(function, call);
        return one == Fault.NONE ? other : one;
    }

    @Override
    public int detail(int bound) {
        return 0;
    }
}
