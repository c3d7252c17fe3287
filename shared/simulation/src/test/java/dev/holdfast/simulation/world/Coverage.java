package dev.holdfast.simulation.world;

import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;

/** How often each fault met each call of each function; over all histories and threads. */
public final class Coverage {
    private static final int CALLS = Call.values().length;
    private static final int FAULTS = Fault.values().length;

    private final AtomicLongArray counts = new AtomicLongArray(FunctionName.values().length * CALLS * FAULTS);

    private final Set<Permission> asked = ConcurrentHashMap.newKeySet();

    /** What a function asks of a table, by the name of IAM's action. */
    public record Permission(FunctionName function, String action, String table) {}

    void ask(FunctionName function, String action, String table) {
        asked.add(new Permission(function, action, table));
    }

    /** All that was ever asked of tables. */
    public Set<Permission> asked() {
        return asked;
    }

    void count(FunctionName function, Call call, Fault fault) {
        counts.incrementAndGet(index(function, call, fault));
    }

    /** How often it happened. */
    public long of(FunctionName function, Call call, Fault fault) {
        return counts.get(index(function, call, fault));
    }

    private static int index(FunctionName function, Call call, Fault fault) {
        return (function.ordinal() * CALLS + call.ordinal()) * FAULTS + fault.ordinal();
    }

    /** How often each fault happened at all. */
    public TreeMap<Fault, Long> perFault() {
        TreeMap<Fault, Long> sums = new TreeMap<>();
        for (FunctionName function : FunctionName.values()) {
            for (Call call : Call.values()) {
                for (Fault fault : Fault.values()) {
                    sums.merge(fault, of(function, call, fault), Long::sum);
                }
            }
        }
        return sums;
    }
}
