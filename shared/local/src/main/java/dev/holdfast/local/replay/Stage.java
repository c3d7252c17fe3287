package dev.holdfast.local.replay;

/** A part of long work whose progress is shown. */
public interface Stage extends AutoCloseable {
    /** One more of its steps is done. */
    void step();

    @Override
    void close();
}
