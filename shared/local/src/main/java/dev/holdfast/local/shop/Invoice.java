package dev.holdfast.local.shop;

import java.time.LocalDateTime;
import java.util.List;

/**
 * What a customer of the real shop ordered.
 *
 * @param at local time of its first line
 * @param customer empty where the shop did not know
 * @param country as the shop wrote it
 */
public record Invoice(String number, LocalDateTime at, String customer, String country, List<InvoiceLine> lines) {
    public Invoice {
        lines = List.copyOf(lines);
    }
}
