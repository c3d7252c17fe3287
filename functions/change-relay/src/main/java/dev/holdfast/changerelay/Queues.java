package dev.holdfast.changerelay;

import dev.holdfast.aws.lambda.Delivery;
import dev.holdfast.aws.messaging.QueueSender;
import dev.holdfast.changerelay.Command.Recipient;
import dev.holdfast.kernel.Deadline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Sends each command to its recipient's queue, in order per queue. A queue that is away does not hold up the others. */
final class Queues implements Delivery<Command> {
    private final Map<Recipient, QueueSender> senders;

    Queues(Map<Recipient, QueueSender> senders) {
        this.senders = Map.copyOf(senders);
    }

    @Override
    public Set<Integer> deliver(List<Command> commands, Deadline deadline) {
        Map<Recipient, List<Integer>> positions = new TreeMap<>();
        for (int i = 0; i < commands.size(); i++) {
            positions
                    .computeIfAbsent(commands.get(i).recipient(), _ -> new ArrayList<>())
                    .add(i);
        }
        Set<Integer> failed = new HashSet<>();
        positions.forEach((recipient, mine) -> sender(recipient)
                .send(mine.stream()
                        .map(position -> commands.get(position).message())
                        .toList())
                .forEach(index -> failed.add(mine.get(index))));
        return failed;
    }

    private QueueSender sender(Recipient recipient) {
        QueueSender sender = senders.get(recipient);
        if (sender == null) {
            throw new IllegalStateException("every recipient has a queue");
        }
        return sender;
    }
}
