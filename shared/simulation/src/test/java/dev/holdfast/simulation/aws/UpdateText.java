package dev.holdfast.simulation.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An update expression; read once per wording. */
record UpdateText(List<Assignment> sets, List<Assignment> adds, List<Operand.Path> removes) {
    private static final Map<String, UpdateText> READ = new ConcurrentHashMap<>();

    /** An attribute and what becomes of it. */
    record Assignment(Operand.Path path, Operand value) {}

    static UpdateText of(String expression) {
        return READ.computeIfAbsent(expression, UpdateText::read);
    }

    /** The item after the update; every value is that of the item before. */
    Map<String, AttributeValue> applied(Map<String, AttributeValue> before, Operand.Names names) {
        Map<String, AttributeValue> after = new HashMap<>(before);
        for (Assignment set : sets) {
            AttributeValue value = set.value.of(before, names);
            if (value == null) {
                throw Refusals.validation(
                        "The provided expression refers to an attribute that does not exist in the item");
            }
            after.put(names.name(set.path.written()), value);
        }
        for (Assignment add : adds) {
            AttributeValue there = add.path.of(before, names);
            AttributeValue more = add.value.of(before, names);
            if (more == null || more.n() == null || (there != null && there.n() == null)) {
                throw Refusals.validation("An operand in the update expression has an incorrect data type");
            }
            after.put(names.name(add.path.written()), there == null ? more : Values.sum(there, more, 1));
        }
        removes.forEach(path -> after.remove(names.name(path.written())));
        return after;
    }

    private static UpdateText read(String text) {
        Tokens tokens = new Tokens(text);
        UpdateText update = new UpdateText(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        while (!tokens.isAtEnd()) {
            if (tokens.takes("SET")) {
                do {
                    Operand.Path path = new Operand.Path(tokens.next());
                    tokens.expect("=");
                    update.sets.add(new Assignment(path, sum(tokens)));
                } while (tokens.takes(","));
            } else if (tokens.takes("ADD")) {
                do {
                    update.adds.add(new Assignment(new Operand.Path(tokens.next()), Operand.read(tokens)));
                } while (tokens.takes(","));
            } else {
                tokens.expect("REMOVE");
                do {
                    update.removes.add(new Operand.Path(tokens.next()));
                } while (tokens.takes(","));
            }
        }
        return update;
    }

    private static Operand sum(Tokens tokens) {
        Operand left = term(tokens);
        if (tokens.takes("+")) {
            return new Operand.Sum(left, term(tokens), 1);
        }
        return tokens.takes("-") ? new Operand.Sum(left, term(tokens), -1) : left;
    }

    private static Operand term(Tokens tokens) {
        if (!tokens.takes("IF_NOT_EXISTS")) {
            return Operand.read(tokens);
        }
        tokens.expect("(");
        Operand.Path path = new Operand.Path(tokens.next());
        tokens.expect(",");
        Operand other = Operand.read(tokens);
        tokens.expect(")");
        return new Operand.IfNotExists(path, other);
    }
}
