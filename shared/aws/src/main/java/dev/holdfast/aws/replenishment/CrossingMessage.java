package dev.holdfast.aws.replenishment;

import static dev.holdfast.aws.json.Decoders.asLong;
import static dev.holdfast.aws.json.Decoders.asOpenObject;
import static dev.holdfast.aws.json.Decoders.asString;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.inventory.StockItem;
import dev.holdfast.aws.json.Field;
import dev.holdfast.aws.json.Fields;
import dev.holdfast.aws.json.JsonText;
import dev.holdfast.aws.json.StrictJson;
import dev.holdfast.aws.messaging.QueueMessage;
import dev.holdfast.inventory.Stock;
import dev.holdfast.kernel.InvalidValue;
import dev.holdfast.kernel.Sku;
import dev.holdfast.replenishment.Crossing;
import dev.holdfast.replenishment.StockLevel;
import dev.holdfast.replenishment.Thresholds;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A crossing on its way from the stream of stock to the queue of stock crossings. */
public final class CrossingMessage {
    private CrossingMessage() {}

    /**
     * The crossing that a change of a stock item means; empty where it does not concern replenishment. Pure.
     *
     * @param oldImage empty for a new SKU
     */
    public static Optional<Crossing> between(
            Optional<Map<String, AttributeValue>> oldImage, Map<String, AttributeValue> newImage) {
        StockLevel level = level(newImage);
        Optional<StockLevel> before = oldImage.map(CrossingMessage::level);
        if (!level.concernsReplenishmentAfter(before)) {
            return Optional.empty();
        }
        Stock stock = StockItem.stock(newImage);
        return Optional.of(new Crossing(stock.sku(), stock.version(), level, before));
    }

    private static StockLevel level(Map<String, AttributeValue> image) {
        Stock stock = StockItem.stock(image);
        return new StockLevel(
                stock.available(),
                stock.onOrder(),
                stock.waiting(),
                StockItem.thresholds(image).map(set -> new Thresholds(set.reorderPoint(), set.rearmAbove())));
    }

    /** The message to the FIFO queue: in order per SKU, once per version. */
    public static QueueMessage message(Crossing crossing) {
        return QueueMessage.inGroup(
                crossing.sku().value(), crossing.sku() + "#" + crossing.version(), encode(crossing));
    }

    /** The message's body. */
    public static String encode(Crossing crossing) {
        ObjectNode body = JsonText.object();
        body.put("sku", crossing.sku().value()).put("version", crossing.version());
        put(body, crossing.level());
        crossing.before().ifPresent(before -> put(body.putObject("from"), before));
        return JsonText.write(body);
    }

    private static void put(ObjectNode json, StockLevel level) {
        json.put("available", level.available()).put("onOrder", level.onOrder()).put("waiting", level.waiting());
        level.thresholds()
                .ifPresent(set -> json.put("reorderPoint", set.reorderPoint()).put("rearmAbove", set.rearmAbove()));
    }

    /**
     * What a message says.
     *
     * @throws InvalidValue when it cannot be read, now or later
     */
    public static Crossing decode(String body) {
        return StrictJson.message(body, asOpenObject(CrossingMessage::crossing));
    }

    private static Crossing crossing(Fields fields) {
        Field<Sku> sku = fields.required("sku", asString(Sku::new));
        Field<Long> version = fields.required("version", asLong(0, Long.MAX_VALUE));
        StockLevel level = level(fields);
        Field<Optional<StockLevel>> before = fields.optional("from", asOpenObject(CrossingMessage::level));
        return new Crossing(sku.get(), version.get(), level, before.get());
    }

    private static StockLevel level(Fields fields) {
        Field<Long> available = fields.required("available", asLong(0, Long.MAX_VALUE));
        Field<Long> onOrder = fields.required("onOrder", asLong(0, Long.MAX_VALUE));
        Field<Long> waiting = fields.required("waiting", asLong(0, Long.MAX_VALUE));
        Field<Optional<Long>> reorderPoint = fields.optional("reorderPoint", asLong(0, Long.MAX_VALUE));
        Field<Optional<Long>> rearmAbove = fields.optional("rearmAbove", asLong(0, Long.MAX_VALUE));
        if (reorderPoint.get().isPresent() != rearmAbove.get().isPresent()
                || reorderPoint.get().orElse(0L) > rearmAbove.get().orElse(0L)) {
            throw new InvalidValue("must have both thresholds in order, or none");
        }
        return new StockLevel(
                available.get(),
                onOrder.get(),
                waiting.get(),
                reorderPoint
                        .get()
                        .map(point -> new Thresholds(point, rearmAbove.get().orElseThrow())));
    }
}
