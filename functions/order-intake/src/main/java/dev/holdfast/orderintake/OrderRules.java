package dev.holdfast.orderintake;

import dev.holdfast.aws.http.Problem;
import dev.holdfast.aws.http.Refusal;
import dev.holdfast.aws.json.Fault;
import dev.holdfast.kernel.Limits;
import dev.holdfast.kernel.Sku;
import dev.holdfast.ordering.OrderLine;
import dev.holdfast.ordering.PaymentMethod;
import dev.holdfast.ordering.PaymentTerms;
import dev.holdfast.ordering.SandboxToken;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a well-formed order must keep besides: one currency, each line number once, a total within bounds. */
final class OrderRules {
    private static final int FAULTS_MAX = 100;

    private OrderRules() {}

    /**
     * The lines by number.
     *
     * @throws Refusal with every fault at its pointer
     */
    static List<OrderLine> lines(OrderRequest request) {
        List<Fault> faults = new ArrayList<>();
        String currency = request.lines().getFirst().unitPrice().currency();
        Set<Integer> numbers = new HashSet<>();
        List<OrderLine> lines = new ArrayList<>();
        long total = 0;
        for (int i = 0; i < request.lines().size(); i++) {
            OrderRequest.Line line = request.lines().get(i);
            int number = line.number().orElse(i + 1);
            if (!line.unitPrice().currency().equals(currency)) {
                faults.add(new Fault("/lines/" + i + "/unitPrice/currency", "must be " + currency + " as on line 0"));
            }
            if (!numbers.add(number)) {
                faults.add(new Fault("/lines/" + i + "/lineNumber", "must be given once; " + number + " stands twice"));
            }
            OrderLine ordered = new OrderLine(
                    number, line.sku(), line.quantity(), line.unitPrice().minor());
            lines.add(ordered);
            // Saturates far above the limit and far below an overflow.
            total = Math.min(2 * Limits.AMOUNT_MINOR_MAX, total + cappedTotal(ordered));
        }
        if (total >= Limits.AMOUNT_MINOR_MAX) {
            faults.add(new Fault("/lines", "the order's total must stay below " + Limits.AMOUNT_MINOR_MAX));
        }
        checkToken(request.payment(), faults);
        refuse(faults);
        lines.sort(Comparator.comparingInt(OrderLine::number));
        return lines;
    }

    private static long cappedTotal(OrderLine line) {
        boolean huge = line.unitPriceMinor()
                > 2 * Limits.AMOUNT_MINOR_MAX / line.quantity().units();
        return huge ? 2 * Limits.AMOUNT_MINOR_MAX : line.totalMinor();
    }

    private static void checkToken(PaymentTerms payment, List<Fault> faults) {
        if (payment.method() == PaymentMethod.SANDBOX
                && SandboxToken.find(payment.token()).isEmpty()) {
            faults.add(new Fault("/payment/token", "must be one of " + SandboxToken.names()));
        }
    }

    /** The refusal of an order for SKUs that do not exist, at each line that names one. */
    static Problem unknownSkus(OrderRequest request, Set<Sku> unknown) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < request.lines().size(); i++) {
            Sku sku = request.lines().get(i).sku();
            if (unknown.contains(sku)) {
                faults.add(new Fault("/lines/" + i + "/sku", "there is no SKU " + sku));
            }
        }
        return Problem.refused("unknown-sku", "A SKU does not exist", "See the errors, each at its pointer.")
                .with(bounded(faults));
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new Refusal(Problem.refused("invalid-order", "The order breaks a rule", "See the errors.")
                    .with(bounded(faults)));
        }
    }

    private static List<Fault> bounded(List<Fault> faults) {
        return faults.subList(0, Math.min(FAULTS_MAX, faults.size()));
    }
}
