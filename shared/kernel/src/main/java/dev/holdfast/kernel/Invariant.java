package dev.holdfast.kernel;

/** What must hold in every state; checked in production, before a write and after a read. */
public final class Invariant {
    private Invariant() {}

    /** Holds, or the work stops here.
     *
     * @throws Broken when the condition does not hold
     */
    public static void check(boolean holds, String what) {
        if (!holds) {
            throw new Broken(what);
        }
    }

    /** Our own fault, never the caller's: the work stops before anything is written. */
    public static final class Broken extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        public Broken(String what) {
            super("Invariant broken: " + what);
        }
    }
}
