package dev.holdfast.log;

import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** Our own loggers from INFO on, those of libraries from WARN on. */
final class JsonLogger extends LegacyAbstractLogger {
    private static final String OURS = "dev.holdfast.";
    private static final long serialVersionUID = 1L;

    private final transient LogLine line;
    private final Level lowest;

    JsonLogger(String name, LogLine line) {
        this.name = name;
        this.line = line;
        this.lowest = name.startsWith(OURS) ? Level.INFO : Level.WARN;
    }

    private boolean isEnabled(Level level) {
        return level.toInt() >= lowest.toInt();
    }

    @Override
    public boolean isTraceEnabled() {
        return isEnabled(Level.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
        return isEnabled(Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
        return isEnabled(Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
        return isEnabled(Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
        return isEnabled(Level.ERROR);
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            @Nullable String pattern,
            Object @Nullable [] arguments,
            @Nullable Throwable fault) {
        line.write(level, name, MessageFormatter.basicArrayFormat(pattern, arguments), fault);
    }
}
