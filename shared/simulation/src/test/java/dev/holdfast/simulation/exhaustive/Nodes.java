package dev.holdfast.simulation.exhaustive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where handlers stand, as numbers: a program, and the answers it got so far. Since a use case is deterministic, it is
 * run again from its start with those answers to learn which call comes next; each place is learnt once.
 */
final class Nodes {
    /** No handler is at work. */
    static final int IDLE = 0;

    private static final int NO_CALL = -1;

    private final Scenario scenario;
    private final Numbered<Object> answers = new Numbered<>();
    private final Numbered<Call> calls = new Numbered<>();
    private final List<Node> nodes = new ArrayList<>();
    private final int[] roots;
    private final LongIndex children = new LongIndex();

    private record Node(int program, int parent, int answer, int call) {}

    /** Values under numbers, equal ones under one. */
    static final class Numbered<T> {
        private final Map<T, Integer> numbers = new HashMap<>();
        private final List<T> values = new ArrayList<>();

        int number(T value) {
            Integer known = numbers.get(value);
            if (known != null) {
                return known;
            }
            numbers.put(value, values.size());
            values.add(value);
            return values.size() - 1;
        }

        /** The number of a value, if it has one. */
        Optional<Integer> find(T value) {
            return Optional.ofNullable(numbers.get(value));
        }

        T value(int number) {
            return values.get(number);
        }

        int size() {
            return values.size();
        }
    }

    Nodes(Scenario scenario) {
        this.scenario = scenario;
        nodes.add(new Node(NO_CALL, IDLE, NO_CALL, NO_CALL));
        roots = new int[scenario.handlers().size()];
        for (int program = 0; program < roots.length; program++) {
            roots[program] = add(program, IDLE, NO_CALL);
        }
    }

    int size() {
        return nodes.size();
    }

    /** Where a program stands before its first call. */
    int root(int program) {
        return roots[program];
    }

    int callNumber(int node) {
        return nodes.get(node).call;
    }

    Call call(int node) {
        return calls.value(callNumber(node));
    }

    String program(int node) {
        return scenario.handlers().get(nodes.get(node).program).name();
    }

    int answerNumber(Object answer) {
        return answers.number(answer);
    }

    /** Where a handler stands once it got this answer; idle when it has ended. */
    int after(int node, int answer) {
        long key = ((long) node << 32) | answer;
        int known = children.get(key);
        if (known != LongIndex.ABSENT) {
            return known;
        }
        int child = add(nodes.get(node).program, node, answer);
        children.put(key, child);
        return child;
    }

    private int add(int program, int parent, int answer) {
        Optional<Call> next = run(program, parent, answer);
        if (next.isEmpty()) {
            return IDLE;
        }
        nodes.add(new Node(program, parent, answer, calls.number(next.get())));
        return nodes.size() - 1;
    }

    private Optional<Call> run(int program, int parent, int last) {
        List<Object> got = new ArrayList<>();
        int answer = last;
        for (int node = parent; answer != NO_CALL; node = nodes.get(node).parent) {
            got.addFirst(answers.value(answer));
            answer = nodes.get(node).answer;
        }
        Ports ports = new Ports(scenario.sourcing(), call -> {
            if (got.isEmpty()) {
                throw Stop.before(call);
            }
            return got.removeFirst();
        });
        try {
            scenario.handlers().get(program).runOver(ports, scenario.commitsMost(), scenario.attemptsMost());
            return Optional.empty();
        } catch (Stop stop) {
            return stop.call();
        }
    }
}
