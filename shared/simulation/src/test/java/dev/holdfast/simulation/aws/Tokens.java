package dev.holdfast.simulation.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of an expression, read one after the other. */
final class Tokens {
    private final List<String> words = new ArrayList<>();
    private int at;

    Tokens(String expression) {
        int i = 0;
        while (i < expression.length()) {
            char c = expression.charAt(i);
            if (Character.isWhitespace(c)) {
                i++;
            } else if (isName(c)) {
                int start = i;
                while (i < expression.length() && isName(expression.charAt(i))) {
                    i++;
                }
                words.add(expression.substring(start, i));
            } else {
                boolean pair = expression.startsWith("<>", i)
                        || expression.startsWith("<=", i)
                        || expression.startsWith(">=", i);
                words.add(expression.substring(i, pair ? i + 2 : i + 1));
                i += pair ? 2 : 1;
            }
        }
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '#' || c == ':';
    }

    boolean isAtEnd() {
        return at == words.size();
    }

    String next() {
        if (isAtEnd()) {
            throw new IllegalArgumentException("the expression ends early: " + words);
        }
        return words.get(at++);
    }

    /** Whether this word is next, in any case. */
    boolean sees(String word) {
        return !isAtEnd() && words.get(at).toUpperCase(Locale.ROOT).equals(word);
    }

    /** Passes over this word if it is next. */
    boolean takes(String word) {
        if (sees(word)) {
            at++;
            return true;
        }
        return false;
    }

    void expect(String word) {
        if (!takes(word)) {
            throw new IllegalArgumentException("expected " + word + " at word " + at + " of " + words);
        }
    }
}
