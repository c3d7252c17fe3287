package dev.holdfast.replenishmentalerts;

import dev.holdfast.aws.lambda.LogScope;
import dev.holdfast.aws.lambda.Message;
import dev.holdfast.aws.lambda.MessageWork;
import dev.holdfast.kernel.Deadline;
import dev.holdfast.kernel.Sku;
import dev.holdfast.replenishment.Crossing;
import dev.holdfast.replenishment.application.WatchStock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at a batch of crossings, in their order; after one that must come again its SKU is left alone. */
final class CrossingWork implements MessageWork<Crossing> {
    private static final Logger LOG = LoggerFactory.getLogger(CrossingWork.class);
    /** One crossing may take a read, a second read and a transaction, with their retries. */
    private static final Duration RESERVE = Duration.ofSeconds(8);

    private final WatchStock watch;

    CrossingWork(WatchStock watch) {
        this.watch = watch;
    }

    @Override
    public Set<String> handle(List<Message<Crossing>> batch, Instant now, Deadline deadline) {
        Set<String> comeAgain = new LinkedHashSet<>();
        Set<Sku> stopped = new HashSet<>();
        for (Message<Crossing> message : batch) {
            Sku sku = message.body().sku();
            try (LogScope _ = LogScope.about(sku.value())) {
                if (stopped.contains(sku) || deadline.isWithin(RESERVE) || !looked(message, now)) {
                    stopped.add(sku);
                    comeAgain.add(message.id());
                }
            }
        }
        return comeAgain;
    }

    private boolean looked(Message<Crossing> message, Instant now) {
        try {
            return watch.look(message.body(), now);
        } catch (RuntimeException fault) {
            LOG.error("message {} comes again", message.id(), fault);
            return false;
        }
    }
}
