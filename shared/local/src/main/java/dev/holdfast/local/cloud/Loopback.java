package dev.holdfast.local.cloud;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** An HTTP server on the loopback interface; each request runs on a virtual thread of its own. */
public final class Loopback implements AutoCloseable {
    private static final int PLATFORM_THREADS_MAX = 16;
    private static final int ACCEPT_BACKLOG = 1024;

    private final Server server;
    private final ServerConnector connector;

    private Loopback(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /** Takes the port (0 for any that is free) without serving it yet. */
    public static Loopback bind(String what, int port, String option) {
        QueuedThreadPool threads = new QueuedThreadPool(PLATFORM_THREADS_MAX);
        threads.setName(what);
        threads.setDaemon(true);
        threads.setVirtualThreadsExecutor(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(what + "-", 0).factory()));
        Server server = new Server(threads);
        server.setErrorHandler(Loopback::refuse);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(false);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.setAcceptQueueSize(ACCEPT_BACKLOG);
        connector.setIdleTimeout(Duration.ofMinutes(5).toMillis());
        server.addConnector(connector);
        try {
            connector.open();
        } catch (IOException e) {
            throw new CannotStart(
                    "Port " + port + " is in use: stop what uses it, or name another one with " + option + ".", e);
        }
        return new Loopback(server, connector);
    }

    /** What this server refuses before anybody sees it, such as a path that is none. */
    private static boolean refuse(Request request, Response response, Callback callback) {
        int status = Math.max(response.getStatus(), HttpStatus.BAD_REQUEST_400);
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        String title = HttpStatus.getMessage(status);
        Content.Sink.write(
                response,
                true,
                "{\"type\":\"about:blank\",\"title\":\"" + title + "\",\"status\":" + status + "}",
                callback);
        return true;
    }

    public int port() {
        return connector.getLocalPort();
    }

    /** Serves; when it is closed, requests that have begun may take this long to end. */
    public void serve(Handler handler, Duration grace) {
        server.setHandler(new GracefulHandler(handler));
        server.setStopTimeout(grace.toMillis());
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("cannot serve port " + port(), e);
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
            connector.close();
        } catch (Exception e) {
            throw new IllegalStateException("cannot stop serving", e);
        }
    }
}
