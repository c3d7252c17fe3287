package dev.holdfast.local.cloud.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Answers what it was given and what it can see; loaded from an artefact, so it uses the JDK and Lambda only. */
public final class TellingHandler implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        ClassLoader classes = Thread.currentThread().getContextClassLoader();
        Properties properties = new Properties();
        try (InputStream file = classes.getResourceAsStream("application.properties")) {
            properties.load(file);
        }
        String answer = new String(input.readAllBytes(), StandardCharsets.UTF_8)
                + " orders.table=" + properties.getProperty("orders.table")
                + " jackson=" + sees(classes, "com.fasterxml.jackson.databind.ObjectMapper")
                + " name=" + context.getFunctionName();
        output.write(answer.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean sees(ClassLoader classes, String name) {
        try {
            return classes.loadClass(name) != null;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
