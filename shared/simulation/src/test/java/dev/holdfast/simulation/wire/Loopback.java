package dev.holdfast.simulation.wire;

import java.net.URI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** An HTTP server that only this machine can reach. */
final class Loopback implements AutoCloseable {
    private static final int THREADS_MAX = 8;

    private final Server server;
    private final URI uri;

    private Loopback(Server server, URI uri) {
        this.server = server;
        this.uri = uri;
    }

    static Loopback serve(Handler handler) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS_MAX);
        threads.setDaemon(true);
        Server server = new Server(threads);
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(handler);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("cannot be served", e);
        }
        return new Loopback(server, URI.create("http://127.0.0.1:" + connector.getLocalPort()));
    }

    URI uri() {
        return uri;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("does not stop", e);
        }
    }
}
