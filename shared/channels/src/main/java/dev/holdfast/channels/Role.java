package dev.holdfast.channels;

/** What a caller is; a route names those that it serves. */
public enum Role {
    /** A shop that places orders and sees its own. */
    CHANNEL,
    WAREHOUSE,
    PROCUREMENT,
    SUPPORT,
    /** May do everything that staff may; not what only a channel may, for staff do not place orders. */
    ADMIN;

    /** Whether members of staff hold this role. */
    public boolean isStaff() {
        return this != CHANNEL;
    }
}
