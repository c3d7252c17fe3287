package dev.holdfast.simulation.world;

/** What can happen to a remote call. */
public enum Fault {
    NONE("as it should"),
    CRASH_BEFORE("the function crashes before it"),
    CRASH_AFTER("the function crashes after it"),
    LOST_BEFORE("it does not arrive"),
    LOST_AFTER("it takes effect, and the answer is lost"),
    LANDS_LATE("no answer comes, and it takes effect later"),
    REPEATED("the answer is lost, and the SDK repeats it"),
    SERVER_ERROR("the server fails"),
    THROTTLED("it is throttled"),
    CONFLICT("it conflicts with another transaction"),
    CANCELLED_THROTTLED("the transaction is cancelled by throttling"),
    CANCELLED_PROVISIONED("the transaction is cancelled for want of throughput"),
    IN_PROGRESS("it takes effect, and its repetition hears that it is in progress"),
    SLOW_BEFORE("it takes long to arrive"),
    SLOW_AFTER("its answer takes long"),
    PARTIAL("only a part of it is done"),
    UNAVAILABLE("the provider is away"),
    DECLINED("the provider declines"),
    WRONG_AMOUNT("the provider authorises another amount");

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
