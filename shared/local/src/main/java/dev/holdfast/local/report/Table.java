package dev.holdfast.local.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A table with a head; columns are as wide as they must be, and those that hold numbers are aligned right. */
public final class Table {
    private static final String GAP = "  ";

    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... head) {
        this.head = List.of(head);
    }

    /** Adds a row; it has as many cells as the head. */
    public Table row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(String.valueOf(cell));
        }
        if (row.size() != head.size()) {
            throw new IllegalArgumentException("a row has " + head.size() + " cells, not " + row.size());
        }
        rows.add(row);
        return this;
    }

    /** For a terminal. */
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add(line(head, GAP));
        lines.add(columns().map(column -> "-".repeat(width(column))).collect(Collectors.joining(GAP)));
        rows.forEach(row -> lines.add(line(row, GAP)));
        return lines.stream().map(String::stripTrailing).collect(Collectors.joining("\n"));
    }

    /** For a page in Markdown. */
    public String markdown() {
        List<String> lines = new ArrayList<>();
        lines.add("| " + line(head, " | ") + " |");
        lines.add(columns()
                .map(column -> isNumeric(column) ? "-".repeat(width(column) + 1) + ":" : "-".repeat(width(column) + 2))
                .collect(Collectors.joining("|", "|", "|")));
        rows.forEach(row -> lines.add("| " + line(row, " | ") + " |"));
        return String.join("\n", lines);
    }

    private Stream<Integer> columns() {
        return IntStream.range(0, head.size()).boxed();
    }

    private String line(List<String> cells, String gap) {
        return columns()
                .map(column -> padded(cells.get(column), width(column), isNumeric(column)))
                .collect(Collectors.joining(gap));
    }

    private static String padded(String cell, int width, boolean right) {
        String space = " ".repeat(width - cell.length());
        return right ? space + cell : cell + space;
    }

    private int width(int column) {
        int widest = head.get(column).length();
        for (List<String> row : rows) {
            widest = Math.max(widest, row.get(column).length());
        }
        return Math.max(2, widest);
    }

    private boolean isNumeric(int column) {
        return rows.stream()
                .map(row -> row.get(column))
                .allMatch(cell -> cell.isEmpty() || cell.matches("[-–]|[0-9].*"));
    }
}
