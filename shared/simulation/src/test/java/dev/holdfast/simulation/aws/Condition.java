package dev.holdfast.simulation.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A condition, filter or key condition; read once per wording. */
sealed interface Condition {
    Map<String, Condition> READ = new ConcurrentHashMap<>();

    boolean holds(Map<String, AttributeValue> item, Operand.Names names);

    /** The condition of this wording. */
    static Condition of(String expression) {
        return READ.computeIfAbsent(expression, text -> {
            Tokens tokens = new Tokens(text);
            Condition condition = any(tokens);
            if (!tokens.isAtEnd()) {
                throw new IllegalArgumentException("the condition goes on: " + text);
            }
            return condition;
        });
    }

    /** One of several. */
    record Any(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(Map<String, AttributeValue> item, Operand.Names names) {
            for (Condition part : parts) {
                if (part.holds(item, names)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Each of several. */
    record All(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(Map<String, AttributeValue> item, Operand.Names names) {
            for (Condition part : parts) {
                if (!part.holds(item, names)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The opposite. */
    record Not(Condition part) implements Condition {
        @Override
        public boolean holds(Map<String, AttributeValue> item, Operand.Names names) {
            return !part.holds(item, names);
        }
    }

    /** Whether an attribute is there. */
    record Exists(Operand.Path path, boolean wanted) implements Condition {
        @Override
        public boolean holds(Map<String, AttributeValue> item, Operand.Names names) {
            return (path.of(item, names) != null) == wanted;
        }
    }

    /** Whether a string begins with another. */
    record BeginsWith(Operand.Path path, Operand prefix) implements Condition {
        @Override
        public boolean holds(Map<String, AttributeValue> item, Operand.Names names) {
            AttributeValue there = path.of(item, names);
            AttributeValue wanted = prefix.of(item, names);
            return there != null
                    && wanted != null
                    && there.s() != null
                    && wanted.s() != null
                    && there.s().startsWith(wanted.s());
        }
    }

    /** Two values side by side. */
    record Compare(Operand left, String sign, Operand right) implements Condition {
        @Override
        public boolean holds(Map<String, AttributeValue> item, Operand.Names names) {
            AttributeValue a = left.of(item, names);
            AttributeValue b = right.of(item, names);
            if (a == null || b == null) {
                return sign.equals("<>");
            }
            return switch (sign) {
                case "=" -> Values.equal(a, b);
                case "<>" -> !Values.equal(a, b);
                case "<" -> Values.areComparable(a, b) && Values.compare(a, b) < 0;
                case "<=" -> Values.areComparable(a, b) && Values.compare(a, b) <= 0;
                case ">" -> Values.areComparable(a, b) && Values.compare(a, b) > 0;
                case ">=" -> Values.areComparable(a, b) && Values.compare(a, b) >= 0;
                default -> throw new IllegalArgumentException("no comparison: " + sign);
            };
        }
    }

    /** The value that an attribute must equal, where the condition says so outright. */
    default Optional<AttributeValue> required(String attribute, Operand.Names names) {
        return switch (this) {
            case Compare(Operand.Path path, String sign, Operand.Value value)
            when sign.equals("=") && names.name(path.written()).equals(attribute) ->
                Optional.of(value.of(Map.of(), names));
            case All(List<Condition> parts) ->
                parts.stream()
                        .flatMap(part -> part.required(attribute, names).stream())
                        .findFirst();
            case Compare _, Any _, Not _, Exists _, BeginsWith _ -> Optional.empty();
        };
    }

    private static Condition any(Tokens tokens) {
        List<Condition> parts = new ArrayList<>();
        do {
            parts.add(all(tokens));
        } while (tokens.takes("OR"));
        return parts.size() == 1 ? parts.getFirst() : new Any(parts);
    }

    private static Condition all(Tokens tokens) {
        List<Condition> parts = new ArrayList<>();
        do {
            parts.add(one(tokens));
        } while (tokens.takes("AND"));
        return parts.size() == 1 ? parts.getFirst() : new All(parts);
    }

    private static Condition one(Tokens tokens) {
        if (tokens.takes("NOT")) {
            return new Not(one(tokens));
        }
        if (tokens.takes("(")) {
            Condition inner = any(tokens);
            tokens.expect(")");
            return inner;
        }
        String word = tokens.next();
        if (tokens.takes("(")) {
            Condition function = function(word.toLowerCase(Locale.ROOT), tokens);
            tokens.expect(")");
            return function;
        }
        Operand left = word.charAt(0) == ':' ? new Operand.Value(word) : new Operand.Path(word);
        return new Compare(left, tokens.next(), Operand.read(tokens));
    }

    private static Condition function(String name, Tokens tokens) {
        Operand.Path path = new Operand.Path(tokens.next());
        return switch (name) {
            case "attribute_exists" -> new Exists(path, true);
            case "attribute_not_exists" -> new Exists(path, false);
            case "begins_with" -> {
                tokens.expect(",");
                yield new BeginsWith(path, Operand.read(tokens));
            }
            default -> throw new IllegalArgumentException("no function of ours: " + name);
        };
    }

    /** Whether it holds; what is not asked always does. */
    static boolean holds(@Nullable String expression, Map<String, AttributeValue> item, Operand.Names names) {
        return expression == null || of(expression).holds(item, names);
    }
}
