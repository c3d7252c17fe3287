package dev.holdfast.local.replay;

import dev.holdfast.local.report.Timings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** What a replay counts while it runs; many threads add to it. */
public final class Tally {
    private static final int PROBLEMS_KEPT = 3;

    final LongAdder accepted = new LongAdder();
    final LongAdder replayed = new LongAdder();
    final LongAdder withdrawn = new LongAdder();
    final LongAdder dispatched = new LongAdder();
    final LongAdder failed = new LongAdder();
    public final Timings acceptance = new Timings();
    private final List<String> problems = new ArrayList<>();

    /** Something that should have gone well did not; the first few are kept to be told. */
    public void failed(String what) {
        failed.increment();
        synchronized (problems) {
            if (problems.size() < PROBLEMS_KEPT) {
                problems.add(what);
            }
        }
    }

    /** The first few. */
    public List<String> problems() {
        synchronized (problems) {
            return List.copyOf(problems);
        }
    }
}
