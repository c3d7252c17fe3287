package dev.holdfast.ordering;

import dev.holdfast.kernel.Invariant;

/**
 * How far an order's stock work is. An order of one chunk does each step in one commit; a wide one takes a commit per
 * chunk, and resumes here after a crash.
 *
 * @param chunks how many there are
 * @param tentative whether chunks are held tentatively until all are: wide and all-or-nothing
 * @param held chunks [0, held) have been held
 * @param settled chunks [0, settled) are held for good
 * @param released chunks [0, released) have been given back
 */
public record Progress(int chunks, boolean tentative, int held, int settled, int released) {
    public Progress {
        Invariant.check(
                0 <= settled && settled <= held && held <= chunks && 0 <= released && released <= held,
                "chunks are held, settled and released in turn");
    }

    static Progress start(int chunks, boolean tentative) {
        return new Progress(chunks, tentative, 0, 0, 0);
    }

    /** All chunks are held for good. */
    public boolean complete() {
        return settled == chunks;
    }

    /** Whether what is held in this chunk may yet be given back because another falls short. */
    public boolean isTentative(int chunk) {
        return tentative && chunk >= settled;
    }

    Progress heldOneMore() {
        return new Progress(chunks, tentative, held + 1, tentative ? settled : held + 1, released);
    }

    Progress settledOneMore() {
        return new Progress(chunks, tentative, held, settled + 1, released);
    }

    Progress releasedUpTo(int chunk) {
        return new Progress(chunks, tentative, held, settled, chunk);
    }
}
