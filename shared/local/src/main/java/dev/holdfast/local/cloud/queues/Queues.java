package dev.holdfast.local.cloud.queues;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import dev.holdfast.local.cloud.Addresses;
import dev.holdfast.local.cloud.CannotStart;
import dev.holdfast.local.cloud.template.QueueSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pekko.actor.Terminated;
import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;
import org.jspecify.annotations.Nullable;
import scala.Function0;

/** ElasticMQ with the template's queues, on a port of its own behind the common one. */
public final class Queues implements AutoCloseable {
    private final Function0<Terminated> stop;
    private final URI endpoint;

    private Queues(Function0<Terminated> stop, URI endpoint) {
        this.stop = stop;
        this.endpoint = endpoint;
    }

    /** Starts with the messages that the file holds, or without any in memory where there is no file. */
    public static Queues start(List<QueueSpec> specs, @Nullable Path file, Addresses addresses) {
        int port = freePort();
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("rest-sqs.bind-hostname", "127.0.0.1");
        settings.put("rest-sqs.bind-port", port);
        settings.put("node-address.host", "127.0.0.1");
        settings.put("node-address.port", addresses.awsPort());
        settings.put("aws.region", Addresses.REGION);
        settings.put("aws.accountId", Addresses.ACCOUNT);
        settings.put("pekko.loglevel", "WARNING");
        // The process decides when to stop, after the last invocation has finished.
        settings.put("pekko.coordinated-shutdown.run-by-jvm-shutdown-hook", "off");
        settings.put("pekko.jvm-exit-on-fatal-error", "off");
        settings.put("pekko.daemonic", "on");
        settings.put("pekko.http.server.idle-timeout", "120 s");
        settings.put("pekko.actor.default-dispatcher.fork-join-executor.parallelism-max", 4);
        if (file != null) {
            InFlight.release(file);
            settings.put("messages-storage.enabled", true);
            // Without this delay of 0 a kill loses messages that were acknowledged.
            settings.put("messages-storage.uri", h2Url(file));
        }
        Config config = ConfigFactory.parseMap(settings)
                .withValue("queues", ConfigValueFactory.fromMap(queuesOf(specs)))
                .withFallback(ConfigFactory.load(ElasticMQServer.class.getClassLoader()));
        try {
            return new Queues(
                    new ElasticMQServer(new ElasticMQServerConfig(config)).start(),
                    URI.create("http://127.0.0.1:" + port));
        } catch (RuntimeException e) {
            throw new CannotStart(
                    "The queues in the data directory cannot be opened (" + e.getMessage()
                            + "): move the directory away, or name another one with --data.",
                    e);
        }
    }

    static String h2Url(Path file) {
        return "jdbc:h2:" + file.toAbsolutePath() + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    }

    /** ElasticMQ itself, without the common port between. */
    public URI endpoint() {
        return endpoint;
    }

    private static Map<String, Object> queuesOf(List<QueueSpec> specs) {
        Map<String, Object> queues = new LinkedHashMap<>();
        for (QueueSpec spec : specs) {
            Map<String, Object> queue = new LinkedHashMap<>();
            queue.put("defaultVisibilityTimeout", spec.visibilitySeconds() + " seconds");
            queue.put("delay", spec.delaySeconds() + " seconds");
            queue.put("receiveMessageWait", spec.receiveWaitSeconds() + " seconds");
            queue.put("fifo", spec.fifo());
            queue.put("contentBasedDeduplication", spec.contentBasedDeduplication());
            QueueSpec.Redrive redrive = spec.redrive();
            if (redrive != null) {
                queue.put(
                        "deadLettersQueue",
                        Map.of("name", redrive.deadLetterQueue(), "maxReceiveCount", redrive.maxReceiveCount()));
            }
            queues.put(spec.name(), queue);
        }
        return queues;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CannotStart("No port of this machine is free.", e);
        }
    }

    @Override
    public void close() {
        stop.apply();
    }
}
