package dev.holdfast.simulation.exhaustive;

import dev.holdfast.inventory.Stock;
import dev.holdfast.kernel.Invariant;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.kernel.Sku;
import dev.holdfast.ordering.OrderState;
import dev.holdfast.ordering.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Walks all states of a scenario, breadth first. A state is a shop and where the two handlers stand; handlers are alike,
 * so which is first does not matter. From each state: either handler makes its next call, and the call goes any way it
 * can; either handler dies; an idle one is given any message; something happens in the surroundings. Of every shop it
 * is also shown that, were there no more faults from here on, it would come to rest.
 */
final class Explorer {
    private static final int SHOP_BITS = 22;
    private static final int NODE_BITS = 21;
    private static final int ROUNDS_MOST = 60;

    private final Scenario scenario;
    private final Surroundings surroundings;
    private final Nodes nodes;
    private final Laws laws = new Laws();
    private final Nodes.Numbered<Shop> shops = new Nodes.Numbered<>();
    private final LongIndex ways = new LongIndex();
    private final List<int[]> wayLists = new ArrayList<>();
    private final LongIndex acts = new LongIndex();
    private final LongIndex visited = new LongIndex();
    private long[] states = new long[1 << 12];
    private int[] parents = new int[1 << 12];
    private boolean[] restful = new boolean[1 << 10];
    private long[] next = new long[64];
    private int moves;
    private long transitions;

    Explorer(Scenario scenario, Flaw flaw) {
        this.scenario = scenario;
        surroundings = new Surroundings(scenario, flaw);
        nodes = new Nodes(scenario);
    }

    /**
     * What was found.
     *
     * @param exhausted whether every state was visited, not only as many as were asked for
     * @param broken what did not hold, with the way that leads there
     */
    record Result(
            String scenario,
            int states,
            long transitions,
            int shops,
            boolean exhausted,
            Laws.Seen seen,
            Optional<String> broken) {}

    Result explore(int statesMost) {
        int cursor = 0;
        try {
            visit(pack(shop(scenario.start()), Nodes.IDLE, Nodes.IDLE), -1);
            while (cursor < visited.size() && visited.size() < statesMost) {
                expand(states[cursor]);
                for (int i = 0; i < moves; i++) {
                    visit(next[i], cursor);
                }
                transitions += moves;
                cursor++;
            }
        } catch (Broken | Invariant.Broken broken) {
            return result(false, Optional.of(broken.getMessage() + trace(cursor)));
        }
        return result(cursor == visited.size(), Optional.empty());
    }

    private Result result(boolean exhausted, Optional<String> broken) {
        return new Result(scenario.name(), visited.size(), transitions, shops.size(), exhausted, laws.seen(), broken);
    }

    // ---- states

    private static long pack(int shop, int one, int other) {
        int low = Math.min(one, other);
        int high = Math.max(one, other);
        return ((long) shop << (2 * NODE_BITS)) | ((long) low << NODE_BITS) | high;
    }

    private static int shopOf(long state) {
        return (int) (state >>> (2 * NODE_BITS));
    }

    /** Where the handlers stand: the one with the lower number, which may be idle, and the other. */
    private static int nodeOf(long state, int handler) {
        return (int) (state >>> (handler == 0 ? NODE_BITS : 0)) & ((1 << NODE_BITS) - 1);
    }

    private void visit(long state, int from) {
        if (visited.get(state) != LongIndex.ABSENT) {
            return;
        }
        int number = visited.size();
        visited.put(state, number);
        if (number == states.length) {
            states = Arrays.copyOf(states, 2 * number);
            parents = Arrays.copyOf(parents, 2 * number);
        }
        states[number] = state;
        parents[number] = from;
    }

    // ---- moves

    private void expand(long state) {
        moves = 0;
        int shop = shopOf(state);
        for (int handler = 0; handler < 2; handler++) {
            int node = nodeOf(state, handler);
            int other = nodeOf(state, 1 - handler);
            if (handler == 1 && node == other) {
                break;
            }
            if (node == Nodes.IDLE) {
                for (int program = 0; program < scenario.handlers().size(); program++) {
                    call(shop, nodes.root(program), other);
                }
            } else {
                call(shop, node, other);
                add(pack(shop, Nodes.IDLE, other));
            }
        }
        int low = nodeOf(state, 0);
        int high = nodeOf(state, 1);
        for (int act = 0;
                act < scenario.surroundings().size() + scenario.arriving().size();
                act++) {
            add(pack(acted(shop, act), low, high));
        }
    }

    private void add(long state) {
        if (moves == next.length) {
            next = Arrays.copyOf(next, 2 * moves);
        }
        next[moves++] = state;
    }

    private void call(int shop, int node, int other) {
        int[] all = ways(shop, node);
        for (int i = 0; i < all.length; i += 2) {
            add(pack(all[i + 1], nodes.after(node, all[i]), other));
        }
    }

    /** Pairs of an answer and the shop after it. */
    private int[] ways(int shop, int node) {
        long key = ((long) nodes.callNumber(node) << 32) | shop;
        int known = ways.get(key);
        if (known != LongIndex.ABSENT) {
            return wayLists.get(known);
        }
        List<Surroundings.Way> all = surroundings.ways(nodes.call(node), shops.value(shop));
        int[] found = new int[2 * all.size()];
        for (int i = 0; i < all.size(); i++) {
            found[2 * i] = nodes.answerNumber(all.get(i).answer());
            found[2 * i + 1] = changed(shop, all.get(i).after());
        }
        ways.put(key, wayLists.size());
        wayLists.add(found);
        return found;
    }

    private int acted(int shop, int act) {
        long key = ((long) act << 32) | shop;
        int known = acts.get(key);
        if (known != LongIndex.ABSENT) {
            return known;
        }
        Shop before = shops.value(shop);
        int after = changed(shop, act(before, act));
        acts.put(key, after);
        return after;
    }

    private Shop act(Shop shop, int act) {
        int programs = scenario.surroundings().size();
        if (act < programs) {
            return new Surroundings.Calm(surroundings, shop)
                    .run(scenario.surroundings().get(act));
        }
        if (shop.receipts() == 0) {
            return shop;
        }
        Sku sku = List.copyOf(scenario.arriving().keySet()).get(act - programs);
        return Handlers.received(shop, sku, Scenario.BERLIN, scenario.arriving().getOrDefault(sku, 0L));
    }

    private String actWords(int act) {
        int programs = scenario.surroundings().size();
        return act < programs ? scenario.surroundings().get(act).name() : "goods come in";
    }

    // ---- shops

    private int changed(int before, Shop after) {
        if (shops.value(before).equals(after)) {
            return before;
        }
        laws.check(shops.value(before), after);
        return shop(after);
    }

    private int shop(Shop shop) {
        int known = shops.size();
        int number = shops.number(shop);
        if (number == known) {
            if (number >= 1 << SHOP_BITS || nodes.size() >= 1 << NODE_BITS) {
                throw new IllegalStateException("the scenario is too big for the checker");
            }
            laws.check(shop);
            comesToRest(number);
        }
        return number;
    }

    private void comesToRest(int start) {
        Shop shop = shops.value(start);
        List<Shop> way = new ArrayList<>();
        for (int round = 0; !isRestful(shop); round++) {
            if (round == ROUNDS_MOST) {
                throw new Broken("I12: comes to rest when there are no more faults: " + words(shop));
            }
            way.add(shop);
            Optional<Shop> after = workDone(shop);
            if (after.isEmpty()) {
                break;
            }
            laws.check(shop, after.get());
            laws.check(after.get());
            shop = after.get();
        }
        way.forEach(this::markRestful);
    }

    private boolean isRestful(Shop shop) {
        return shops.find(shop)
                .filter(number -> number < restful.length && restful[number])
                .isPresent();
    }

    private void markRestful(Shop shop) {
        shops.find(shop).ifPresent(number -> {
            if (number >= restful.length) {
                restful = Arrays.copyOf(restful, 2 * number + 2);
            }
            restful[number] = true;
        });
    }

    /** The shop when some work that is pending has been done; empty when none is. */
    private Optional<Shop> workDone(Shop shop) {
        boolean pending = false;
        for (OrderId id : surroundings.orders()) {
            OrderState state = shop.order(id).state();
            for (Work work : Work.pending(state)) {
                pending = true;
                Program program = switch (work) {
                    case STOCK -> Handlers.stockWork(List.of(id), List.of());
                    case PAYMENT -> Handlers.payment(id);
                };
                Shop after = new Surroundings.Calm(surroundings, shop).run(program);
                if (!after.equals(shop)) {
                    return Optional.of(after);
                }
            }
        }
        for (Stock stock : shop.stocks().values()) {
            if (stock.waiting() > 0 && stock.available() > 0) {
                pending = true;
                Shop after = new Surroundings.Calm(surroundings, shop)
                        .run(Handlers.stockWork(List.of(), List.of(stock.sku())));
                if (!after.equals(shop)) {
                    return Optional.of(after);
                }
            }
        }
        if (pending) {
            throw new Broken("I12: pending work gets on when there are no faults: " + words(shop));
        }
        return Optional.empty();
    }

    private static String words(Shop shop) {
        StringBuilder words = new StringBuilder();
        shop.orders()
                .forEach((id, order) -> words.append(id)
                        .append('@')
                        .append(order.state().version())
                        .append(' ')
                        .append(Laws.words(order.state()))
                        .append(' ')
                        .append(shop.book(id))
                        .append("; "));
        return words.append(shop.stocks().values()).toString();
    }

    // ---- the way to a state

    private String trace(int end) {
        if (visited.size() == 0) {
            return ", at the start";
        }
        List<Integer> way = new ArrayList<>();
        for (int at = end; at >= 0; at = parents[at]) {
            way.addFirst(at);
        }
        StringBuilder words = new StringBuilder();
        for (int i = 1; i < way.size(); i++) {
            words.append("\n  ").append(i).append(". ").append(step(states[way.get(i - 1)], states[way.get(i)]));
        }
        return words.append("\n  and then, from ")
                .append(words(shops.value(shopOf(states[end]))))
                .append(standing(states[end]))
                .toString();
    }

    private String standing(long state) {
        StringBuilder words = new StringBuilder();
        for (int handler = 0; handler < 2; handler++) {
            int node = nodeOf(state, handler);
            if (node != Nodes.IDLE) {
                words.append("\n     ")
                        .append(nodes.program(node))
                        .append(" is about to: ")
                        .append(nodes.call(node).words());
            }
        }
        return words.toString();
    }

    /** In words, a move that leads from one state to the other. */
    private String step(long from, long to) {
        int shop = shopOf(from);
        for (int handler = 0; handler < 2; handler++) {
            int node = nodeOf(from, handler);
            int other = nodeOf(from, 1 - handler);
            if (node == Nodes.IDLE) {
                for (int program = 0; program < scenario.handlers().size(); program++) {
                    Optional<String> words = calling(shop, nodes.root(program), other, to);
                    if (words.isPresent()) {
                        return words.get();
                    }
                }
            } else {
                Optional<String> words = calling(shop, node, other, to);
                if (words.isPresent()) {
                    return words.get();
                }
            }
        }
        for (int act = 0;
                act < scenario.surroundings().size() + scenario.arriving().size();
                act++) {
            if (pack(acted(shop, act), nodeOf(from, 0), nodeOf(from, 1)) == to) {
                return actWords(act);
            }
        }
        return "a handler dies";
    }

    private Optional<String> calling(int shop, int node, int other, long to) {
        int[] all = ways(shop, node);
        for (int i = 0; i < all.length; i += 2) {
            if (pack(all[i + 1], nodes.after(node, all[i]), other) == to) {
                String way = surroundings
                        .ways(nodes.call(node), shops.value(shop))
                        .get(i / 2)
                        .words();
                return Optional.of(
                        nodes.program(node) + " " + nodes.call(node).words() + (way.isEmpty() ? "" : ": " + way));
            }
        }
        return Optional.empty();
    }
}
