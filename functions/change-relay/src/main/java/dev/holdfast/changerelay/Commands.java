package dev.holdfast.changerelay;

import dev.holdfast.aws.inventory.StockItem;
import dev.holdfast.aws.inventory.StockKeys;
import dev.holdfast.aws.item.Item;
import dev.holdfast.aws.lambda.StreamRecord;
import dev.holdfast.aws.messaging.QueueMessage;
import dev.holdfast.aws.ordering.OrderCommand;
import dev.holdfast.aws.ordering.OrderItems;
import dev.holdfast.aws.ordering.OrderKeys;
import dev.holdfast.aws.replenishment.CrossingMessage;
import dev.holdfast.changerelay.Command.Recipient;
import dev.holdfast.inventory.Stock;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.ordering.OrderState;
import dev.holdfast.ordering.Shipment;
import dev.holdfast.ordering.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Which commands follow from a committed change. Pure; most changes concern nobody. */
final class Commands {
    private Commands() {}

    static List<Command> of(StreamRecord record) {
        if (record.newImage().isEmpty()) {
            return List.of();
        }
        Item keys = new Item(record.keys());
        String item = keys.string(OrderKeys.ITEM);
        if (keys.find(OrderKeys.ORDER).isPresent() && item.equals(OrderKeys.HEADER)) {
            return ofOrder(
                    new OrderId(keys.string(OrderKeys.ORDER)),
                    record.oldImage(),
                    record.newImage().get());
        }
        if (keys.find(StockKeys.SHELF).isPresent() && item.equals(StockKeys.STOCK)) {
            return ofStock(record.oldImage(), record.newImage().get());
        }
        return List.of();
    }

    private static List<Command> ofOrder(
            OrderId id, Optional<Map<String, AttributeValue>> oldImage, Map<String, AttributeValue> newImage) {
        Optional<OrderState> before = oldImage.map(OrderItems::state);
        OrderState after = OrderItems.state(newImage);
        List<Command> commands = new ArrayList<>();
        for (Work work : newWork(before, after)) {
            Recipient recipient = switch (work) {
                case STOCK -> Recipient.STOCK_RESERVATION;
                case PAYMENT -> Recipient.PAYMENT_PROCESSING;
            };
            commands.add(command(recipient, new OrderCommand.Order(id)));
        }
        after.shipments().forEach((location, shipment) -> {
            if (hasLeft(shipment)
                    && before.flatMap(state -> at(state, location))
                            .filter(Commands::hasLeft)
                            .isEmpty()) {
                commands.add(command(Recipient.SHIPPING_NOTIFICATIONS, new OrderCommand.Shipment(id, location)));
            }
        });
        return commands;
    }

    /**
     * Work that begins with this change. While it goes on, the worker's own message carries it; a new stage is a new
     * beginning.
     */
    private static Set<Work> newWork(Optional<OrderState> before, OrderState after) {
        Set<Work> work = Work.pending(after);
        before.filter(state -> state.stage().getClass().equals(after.stage().getClass()))
                .ifPresent(state -> work.removeAll(Work.pending(state)));
        return work;
    }

    private static Optional<Shipment> at(OrderState state, LocationId location) {
        return Optional.ofNullable(state.shipments().get(location));
    }

    private static boolean hasLeft(Shipment shipment) {
        return switch (shipment) {
            case Shipment.Dispatched _, Shipment.Delivered _ -> true;
            case Shipment.Ready _, Shipment.Dispatching _, Shipment.Cancelled _ -> false;
        };
    }

    private static List<Command> ofStock(
            Optional<Map<String, AttributeValue>> oldImage, Map<String, AttributeValue> newImage) {
        List<Command> commands = new ArrayList<>();
        Stock stock = StockItem.stock(newImage);
        if (stock.available() > 0 && stock.waiting() > 0) {
            commands.add(command(Recipient.STOCK_RESERVATION, new OrderCommand.Line(stock.sku())));
        }
        CrossingMessage.between(oldImage, newImage)
                .ifPresent(crossing ->
                        commands.add(new Command(Recipient.REPLENISHMENT_ALERTS, CrossingMessage.message(crossing))));
        return commands;
    }

    private static Command command(Recipient recipient, OrderCommand command) {
        return new Command(recipient, QueueMessage.of(command.body()));
    }
}
