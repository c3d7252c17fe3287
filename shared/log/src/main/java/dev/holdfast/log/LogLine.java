package dev.holdfast.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;
import org.slf4j.spi.MDCAdapter;

/**
 * One event of the log as one line. What a line may hold is listed here and nowhere else; whatever comes from outside is
 * escaped by JSON and breaks no line.
 */
final class LogLine {
    /** What of the context of the work is told, where it is known. */
    private static final List<String> CONTEXT = List.of("function", "requestId", "correlationId");
    /** The rest of a longer fault is seldom read, and CloudWatch takes 256 KB. */
    private static final int FAULT_CHARACTERS_MAX = 16_000;

    private static final JsonFactory JSON = new JsonFactory();

    private final MDCAdapter context;
    private final InstantSource clock;
    private final Consumer<String> out;

    LogLine(MDCAdapter context, InstantSource clock, Consumer<String> out) {
        this.context = context;
        this.clock = clock;
        this.out = out;
    }

    /** Standard error is asked for at each line: whoever redirects it gets what comes then. */
    static LogLine toStandardError(MDCAdapter context) {
        return new LogLine(context, InstantSource.system(), line -> System.err.println(line));
    }

    void write(Level level, String logger, @Nullable String message, @Nullable Throwable fault) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("timestamp", clock.instant().toString());
            json.writeStringField("level", level.name());
            json.writeStringField("logger", logger);
            json.writeStringField("message", String.valueOf(message));
            for (String key : CONTEXT) {
                String value = context.get(key);
                if (value != null) {
                    json.writeStringField(key, value);
                }
            }
            if (fault != null) {
                json.writeStringField("fault", fault.getClass().getName());
                json.writeStringField("stackTrace", stackTrace(fault));
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.accept(text.toString());
    }

    private static String stackTrace(Throwable fault) {
        StringWriter text = new StringWriter();
        fault.printStackTrace(new PrintWriter(text));
        return text.getBuffer().substring(0, Math.min(text.getBuffer().length(), FAULT_CHARACTERS_MAX));
    }
}
