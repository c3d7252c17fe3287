package dev.holdfast.local.cloud;

/** Is told what the local cloud does while it starts. */
public interface Progress {
    Progress SILENT = step -> {};

    void begins(String step);
}
