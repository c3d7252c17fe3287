package dev.holdfast.local.shop;

import java.util.Locale;
import java.util.Optional;

/** Why a line of the file is not part of an order. The first reason that fits counts. */
public enum LeftOut {
    CANCELLATION("cancellations"),
    BAD_DEBT("bad debt"),
    POSTAGE("postage and carriage"),
    MANUAL("manual entries"),
    DISCOUNT("discounts"),
    SAMPLE("samples"),
    FEE("fees"),
    CHARITY("charity"),
    VOUCHER("gift vouchers"),
    NOT_GOODS("other codes that are not goods"),
    NOTHING_ORDERED("quantities below one"),
    UNREADABLE("lines that cannot be read");

    private final String label;

    LeftOut(String label) {
        this.label = label;
    }

    /** In words, plural. */
    public String label() {
        return label;
    }

    /** Why this line is left out; empty when it is goods that somebody ordered. */
    static Optional<LeftOut> reason(String invoice, String stockCode, long quantity) {
        if (invoice.startsWith("C")) {
            return Optional.of(CANCELLATION);
        }
        if (invoice.startsWith("A")) {
            return Optional.of(BAD_DEBT);
        }
        return reason(stockCode.toUpperCase(Locale.ROOT))
                .or(() -> quantity < 1 ? Optional.of(NOTHING_ORDERED) : Optional.empty());
    }

    private static Optional<LeftOut> reason(String code) {
        return switch (code) {
            case "B" -> Optional.of(BAD_DEBT);
            case "POST", "DOT", "C2", "C3" -> Optional.of(POSTAGE);
            case "M" -> Optional.of(MANUAL);
            case "D" -> Optional.of(DISCOUNT);
            case "S" -> Optional.of(SAMPLE);
            case "BANK CHARGES", "AMAZONFEE", "ADJUST", "ADJUST2" -> Optional.of(FEE);
            case "CRUK" -> Optional.of(CHARITY);
            default -> {
                if (code.startsWith("GIFT_")) {
                    yield Optional.of(VOUCHER);
                }
                yield isGoods(code) ? Optional.empty() : Optional.of(NOT_GOODS);
            }
        };
    }

    /** Goods have a number of the catalogue; a few are known by letters. */
    private static boolean isGoods(String code) {
        return code.matches("[0-9][A-Z0-9]*|DCGS[A-Z0-9]+|PADS|SP[0-9]+");
    }
}
