package dev.holdfast.simulation.world;

import dev.holdfast.simulation.engine.Tape;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Faults as the tape has them, as often as the profile says, while it is not calm. */
final class DrawnFaults implements Faults {
    private static final int OF = 1_000;

    private final Tape tape;
    private final BooleanSupplier isCalm;
    private final int[][] weights = new int[Call.values().length][];
    private final int[] sums = new int[Call.values().length];

    DrawnFaults(Tape tape, Profile profile, BooleanSupplier isCalm) {
        this.tape = tape;
        this.isCalm = isCalm;
        for (Call call : Call.values()) {
            List<Fault> faults = call.faults();
            int[] mine = new int[faults.size()];
            mine[0] = OF;
            for (int i = 1; i < mine.length; i++) {
                mine[i] = profile.perMille()[faults.get(i).ordinal()] / 3;
            }
            weights[call.ordinal()] = mine;
            for (int weight : mine) {
                sums[call.ordinal()] += weight;
            }
        }
    }

    @Override
    public Fault next(FunctionName function, Call call) {
        if (isCalm.getAsBoolean()) {
            return Fault.NONE;
        }
        return call.faults().get(tape.pick(weights[call.ordinal()], sums[call.ordinal()]));
    }

    @Override
    public int detail(int bound) {
        return tape.draw(bound);
    }
}
