package dev.holdfast.simulation.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A journal entry, read with eyes of our own. */
record Entry(String id, String kind, List<String> causes, List<Line> lines) {
    /** What moved for one cause. */
    record Line(int cause, String sku, List<Move> moves) {}

    /** Units of one counter, by its name in the stock item. */
    record Move(String counter, long units) {}

    static Entry of(Map<String, AttributeValue> item) {
        List<String> causes = new ArrayList<>();
        for (String cause : parts(Raw.text(item, "causes"), '\n')) {
            causes.add(cause.substring(cause.indexOf(' ') + 1));
        }
        List<Line> lines = new ArrayList<>();
        for (String line : parts(Raw.text(item, "lines"), '\n')) {
            lines.add(line(line));
        }
        return new Entry(Raw.text(item, "entryId"), Raw.text(item, "kind"), causes, lines);
    }

    /** {@code cause,SKU,LOCATION,a-6,r6}. */
    private static Line line(String text) {
        List<String> parts = parts(text, ',');
        List<Move> moves = new ArrayList<>();
        for (String move : parts.subList(3, parts.size())) {
            if (!move.isEmpty()) {
                moves.add(new Move(counter(move.charAt(0), parts.get(2)), Long.parseLong(move.substring(1))));
            }
        }
        return new Line(Integer.parseInt(parts.get(0)), parts.get(1), moves);
    }

    private static String counter(char letter, String location) {
        return switch (letter) {
            case 'w' -> "waiting";
            case 't' -> "tentative";
            default -> letter + "#" + location;
        };
    }

    private static List<String> parts(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, from)) {
            parts.add(text.substring(from, end));
            from = end + 1;
        }
        parts.add(text.substring(from));
        return parts;
    }
}
