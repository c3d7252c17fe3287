package dev.holdfast.local.cli;

/** How a command ends. */
final class ExitCode {
    /** All is well. */
    static final int FINE = 0;
    /** It did its work and found that something is not as it must be. */
    static final int FOUND = 1;
    /** What was asked for makes no sense. */
    static final int USAGE = 2;
    /** No system answers. */
    static final int AWAY = 3;

    private ExitCode() {}
}
