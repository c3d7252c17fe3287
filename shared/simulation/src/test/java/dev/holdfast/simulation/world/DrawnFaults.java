package dev.holdfast.simulation.world;

import dev.holdfast.simulation.engine.Tape;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Faults as the tape has them, as often as the profile says, while it is not calm. */
final class DrawnFaults implements Faults {
    private static final int OF = 1_000;
    /** A call has several faults; together they shall not be all that happens. */
    private static final int SHARE = 3;

    private final Tape tape;
    private final BooleanSupplier isCalm;
    private final Map<Call, Weights> weights = new EnumMap<>(Call.class);

    private static final class Weights {
        private final int[] each;
        private final int sum;

        Weights(Call call, Profile profile) {
            List<Fault> faults = call.faults();
            each = new int[faults.size()];
            each[0] = OF;
            int all = OF;
            for (int i = 1; i < each.length; i++) {
                each[i] = profile.perMille().getOrDefault(faults.get(i), 0) / SHARE;
                all += each[i];
            }
            sum = all;
        }
    }

    DrawnFaults(Tape tape, Profile profile, BooleanSupplier isCalm) {
        this.tape = tape;
        this.isCalm = isCalm;
        for (Call call : Call.values()) {
            weights.put(call, new Weights(call, profile));
        }
    }

    @Override
    public Fault next(FunctionName function, Call call) {
        if (isCalm.getAsBoolean()) {
            return Fault.NONE;
        }
        Weights mine = Optional.ofNullable(weights.get(call)).orElseThrow();
        return call.faults().get(tape.pick(mine.each, mine.sum));
    }

    @Override
    public int detail(int bound) {
        return tape.draw(bound);
    }
}
