package dev.holdfast.aws.metrics;

/** What functions measure themselves; the template's alarms and dashboard listen to these names. */
public enum Metric {
    /** Orders that were accepted; an order sent again is none. */
    ORDERS_ACCEPTED("OrdersAccepted", "Count"),
    /** Orders whose stock decision was to hold, all or as much as there is. */
    ORDERS_RESERVED("OrdersReserved", "Count"),
    /** Orders whose stock decision was a refusal. */
    ORDERS_REFUSED("OrdersRefused", "Count"),
    /** From acceptance to the commit of the stock decision. */
    DECISION_LATENCY("DecisionLatency", "Milliseconds"),
    /** Commits of stock work that met another one and wrote nothing. */
    RESERVATION_CONFLICTS("ReservationConflicts", "Count"),
    /** Low-stock alerts. */
    ALERTS_RAISED("AlertsRaised", "Count"),
    /** Messages and records that a function put to its dead letters; what Lambda or a queue puts there is not in it. */
    DEAD_LETTERS_WRITTEN("DeadLettersWritten", "Count"),
    /** Orders past their time that were put back on their queue before; told by every run, nothing included. */
    ORDERS_STUCK("OrdersStuck", "Count"),
    /** Calls and look-ups at the payment provider after which nobody knows what became of the payment. */
    PAYMENTS_UNKNOWN("PaymentsUnknown", "Count"),
    /** Entries of the journal that were changed or removed. */
    JOURNAL_TAMPERED("JournalTampered", "Count");

    private final String id;
    private final String unit;

    Metric(String id, String unit) {
        this.id = id;
        this.unit = unit;
    }

    /** Its name in CloudWatch. */
    public String id() {
        return id;
    }

    String unit() {
        return unit;
    }
}
