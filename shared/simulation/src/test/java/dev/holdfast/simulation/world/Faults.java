package dev.holdfast.simulation.world;

/** Who decides what goes wrong. */
public interface Faults {
    /** What happens to this call. */
    Fault next(FunctionName function, Call call);

    /** One of so many, where a fault leaves something open; 0 is the first. */
    int detail(int bound);

    /** Nothing. */
    static Faults none() {
        return one(-1, Fault.NONE);
    }

    /** This one, at the remote call of this number, counted from 0. */
    static OneFault one(int position, Fault fault) {
        return new OneFault(position, fault);
    }
}
