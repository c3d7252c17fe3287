package dev.holdfast.simulation.world;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often each fault met each call of each function. Threads that have much to count have one each, summed up later. */
public final class Coverage {
    private final Map<FunctionName, Map<Call, Map<Fault, LongAdder>>> counts = new EnumMap<>(FunctionName.class);
    private final Set<Permission> asked = ConcurrentHashMap.newKeySet();

    /** What a function asks of a table, by the name of IAM's action. */
    public record Permission(FunctionName function, String action, String table) {}

    void ask(FunctionName function, String action, String table) {
        Permission permission = new Permission(function, action, table);
        if (!asked.contains(permission)) {
            asked.add(permission);
        }
    }

    /** All that was ever asked of tables. */
    public Set<Permission> asked() {
        return asked;
    }

    public Coverage() {
        for (FunctionName function : FunctionName.values()) {
            Map<Call, Map<Fault, LongAdder>> calls = new EnumMap<>(Call.class);
            for (Call call : Call.values()) {
                Map<Fault, LongAdder> faults = new EnumMap<>(Fault.class);
                for (Fault fault : call.faults()) {
                    faults.put(fault, new LongAdder());
                }
                calls.put(call, faults);
            }
            counts.put(function, calls);
        }
    }

    void count(FunctionName function, Call call, Fault fault) {
        counter(function, call, fault).increment();
    }

    /** Counts in what another counted. */
    public void add(Coverage other) {
        other.counts.forEach((function, calls) -> calls.forEach((call, faults) ->
                faults.forEach((fault, count) -> counter(function, call, fault).add(count.sum()))));
        asked.addAll(other.asked);
    }

    /** How often it happened. */
    public long of(FunctionName function, Call call, Fault fault) {
        return counter(function, call, fault).sum();
    }

    private LongAdder counter(FunctionName function, Call call, Fault fault) {
        return Optional.ofNullable(counts.get(function))
                .map(calls -> calls.get(call))
                .map(faults -> faults.get(fault))
                .orElseThrow();
    }

    /** How often each fault happened at all. */
    public Map<Fault, Long> perFault() {
        Map<Fault, Long> sums = new TreeMap<>();
        for (FunctionName function : FunctionName.values()) {
            for (Call call : Call.values()) {
                for (Fault fault : call.faults()) {
                    sums.merge(fault, of(function, call, fault), Long::sum);
                }
            }
        }
        return sums;
    }
}
