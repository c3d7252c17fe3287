package dev.holdfast.local.cloud.functions;

import org.jspecify.annotations.Nullable;

/** An invocation that has no response. */
public final class FunctionFailed extends Exception {
    private static final long serialVersionUID = 1L;

    public FunctionFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public FunctionFailed(String message) {
        super(message);
    }
}
