package dev.holdfast.local.shop;

import dev.holdfast.kernel.InvalidValue;
import dev.holdfast.kernel.Limits;
import dev.holdfast.kernel.Sku;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The order lines of a real shop, from a CSV file (or the same, gzipped) with the columns InvoiceNo, StockCode,
 * Description, Quantity, InvoiceDate, UnitPrice, CustomerID, Country.
 *
 * @param invoices what was ordered in the period, in the order of time
 * @param leftOut lines of the period that are no goods somebody ordered, counted by reason
 * @param withoutGoods invoices of the period of which no line is left
 * @param descriptions the first description of every SKU of the whole file, whatever the period
 */
public record ShopFile(
        List<Invoice> invoices, Map<LeftOut, Integer> leftOut, int withoutGoods, Map<Sku, String> descriptions) {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int GZIP_MAGIC = 0x1f8b;
    private static final int MINOR_DIGITS = 2;

    public ShopFile {
        invoices = List.copyOf(invoices);
        leftOut = Map.copyOf(leftOut);
        descriptions = Collections.unmodifiableMap(new TreeMap<>(descriptions));
    }

    /**
     * Reads the first days of the file.
     *
     * @param days how many, counted from the day of the earliest line
     * @throws IOException when the file is not there or is no such file; the message says which
     */
    public static ShopFile read(Path file, int days) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException(
                    "There is no file " + file + " that can be read: name the shop's csv or csv.gz file.");
        }
        Reading reading = new Reading();
        try (Reader text = new InputStreamReader(unzipped(file), StandardCharsets.UTF_8)) {
            for (CSVRecord line : FORMAT.parse(text)) {
                reading.line(line);
            }
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    file + " is not a shop's file (" + e.getMessage()
                            + "): it needs the columns InvoiceNo, StockCode, Description, Quantity, InvoiceDate, UnitPrice, CustomerID and Country.",
                    e);
        }
        return reading.result(days);
    }

    private static InputStream unzipped(Path file) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        bytes.mark(2);
        int magic = (bytes.read() << 8) | bytes.read();
        bytes.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(bytes) : bytes;
    }

    /** What is known of the file while it is read. */
    private static final class Reading {
        private final Map<String, Started> invoices = new LinkedHashMap<>();
        private final List<Skipped> skipped = new ArrayList<>();
        private final Map<Sku, String> descriptions = new TreeMap<>();
        private @Nullable LocalDate first;

        void line(CSVRecord line) {
            LocalDateTime at;
            try {
                at = LocalDateTime.parse(line.get("InvoiceDate"), TIME);
            } catch (DateTimeException e) {
                skipped.add(new Skipped(LocalDate.MIN, LeftOut.UNREADABLE));
                return;
            }
            LocalDate day = at.toLocalDate();
            first = first == null || day.isBefore(first) ? day : first;
            try {
                goods(line, at);
            } catch (InvalidValue | NumberFormatException | ArithmeticException e) {
                skipped.add(new Skipped(day, LeftOut.UNREADABLE));
            }
        }

        private void goods(CSVRecord line, LocalDateTime at) {
            String number = line.get("InvoiceNo").strip();
            String code = line.get("StockCode").strip();
            int quantity = Integer.parseInt(line.get("Quantity").strip());
            var reason = LeftOut.reason(number, code, quantity);
            if (reason.isPresent()) {
                skipped.add(new Skipped(at.toLocalDate(), reason.get()));
                invoices.computeIfAbsent(number, _ -> new Started(line, at));
                return;
            }
            Sku sku = new Sku(code);
            long price = new BigDecimal(line.get("UnitPrice").strip())
                    .setScale(MINOR_DIGITS, RoundingMode.HALF_UP)
                    .unscaledValue()
                    .longValueExact();
            if (price < 0 || quantity > Limits.QUANTITY_MAX) {
                throw new NumberFormatException("out of range");
            }
            String description = line.get("Description").strip();
            if (!description.isEmpty()) {
                descriptions.putIfAbsent(sku, description);
            }
            invoices.computeIfAbsent(number, _ -> new Started(line, at))
                    .lines
                    .add(new InvoiceLine(sku, quantity, price));
        }

        ShopFile result(int days) {
            LocalDate end = first == null ? LocalDate.MAX : first.plusDays(days);
            Map<LeftOut, Integer> leftOut = new EnumMap<>(LeftOut.class);
            skipped.stream()
                    .filter(line -> line.day.isBefore(end))
                    .forEach(line -> leftOut.merge(line.reason, 1, Integer::sum));
            List<Started> inPeriod = invoices.values().stream()
                    .filter(invoice -> invoice.at.toLocalDate().isBefore(end))
                    .toList();
            List<Invoice> ordered = inPeriod.stream()
                    .filter(invoice -> !invoice.lines.isEmpty())
                    .map(Started::invoice)
                    .sorted(Comparator.comparing(Invoice::at))
                    .toList();
            return new ShopFile(ordered, leftOut, inPeriod.size() - ordered.size(), descriptions);
        }
    }

    private record Skipped(LocalDate day, LeftOut reason) {}

    /** An invoice whose lines are still coming. */
    private static final class Started {
        private final String number;
        private final LocalDateTime at;
        private final String customer;
        private final String country;
        private final List<InvoiceLine> lines = new ArrayList<>();

        Started(CSVRecord line, LocalDateTime at) {
            this.number = line.get("InvoiceNo").strip();
            this.at = at;
            this.customer = line.get("CustomerID").strip().replaceFirst("\\.0$", "");
            this.country = line.get("Country").strip();
        }

        Invoice invoice() {
            return new Invoice(number, at, customer, country, lines);
        }
    }
}
