package dev.holdfast.aws.ordering;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.item.Item;
import dev.holdfast.aws.item.ItemSize;
import dev.holdfast.aws.json.JsonText;
import dev.holdfast.inventory.AllocationPolicy;
import dev.holdfast.inventory.Shortfall;
import dev.holdfast.kernel.ChannelId;
import dev.holdfast.kernel.Fingerprint;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.kernel.OrderNumber;
import dev.holdfast.ordering.Held;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.OrderContent;
import dev.holdfast.ordering.OrderLine;
import dev.holdfast.ordering.OrderState;
import dev.holdfast.ordering.PaymentMethod;
import dev.holdfast.ordering.PaymentTerms;
import dev.holdfast.ordering.Stage;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An order as items. The header holds what fits {@value #HEADER_BYTES} bytes, one write unit: the state always, lines
 * and allocation while they are short; else each gets items of its own. Where a part goes follows from the order alone,
 * so that writer and reader agree.
 */
public final class OrderItems {
    static final int HEADER_BYTES = 1_024;
    static final int LINES_PER_ITEM = 60;
    /** Left free beside inline lines for the history, the shipment and index keys that are still to come. */
    private static final int HEADER_RESERVE_BYTES = 260;

    private static final String CHANNEL = "channel";
    private static final String NUMBER = "orderNumber";
    private static final String CURRENCY = "currency";
    private static final String TOTAL = "totalMinor";
    private static final String POLICY = "policy";
    private static final String METHOD = "paymentMethod";
    private static final String TOKEN = "paymentToken";
    private static final String CHUNK_SKUS = "chunkSkus";
    private static final String FINGERPRINT = "fingerprint";
    private static final String LINES = "lines";
    private static final String LINE_ITEMS = "lineItems";
    private static final String HELD = "held";
    private static final String HELD_ELSEWHERE = "heldElsewhere";
    private static final String SHORTFALLS = "shortfalls";
    private static final String SHORTFALLS_ELSEWHERE = "shortfallsElsewhere";

    private OrderItems() {}

    /** All items that change with the order's state, by sort key: header, allocations, shortfalls, index rows. */
    public static Map<String, Map<String, AttributeValue>> changing(Order order) {
        OrderContent content = order.content();
        OrderState state = order.state();
        Map<String, AttributeValue> header = new HashMap<>(OrderKeys.key(content.id(), OrderKeys.HEADER));
        header.putAll(contentAttributes(content));
        header.putAll(StateAttributes.of(state));
        state.due().ifPresent(due -> {
            header.put(OrderKeys.DUE_SHARD, s(OrderKeys.dueShard(content.id())));
            header.put(OrderKeys.DUE_AT, n(due.getEpochSecond()));
        });
        Map<String, Map<String, AttributeValue>> items = new HashMap<>();
        putShipmentIndex(order, header, items);
        putShortfalls(order, header, items);
        putHeld(order, header, items);
        items.put(OrderKeys.HEADER, header);
        return items;
    }

    /** The items of lines that do not fit the header; they never change. */
    static Map<String, Map<String, AttributeValue>> lines(OrderContent content) {
        Map<String, Map<String, AttributeValue>> items = new HashMap<>();
        if (!contentAttributes(content).containsKey(LINES)) {
            List<OrderLine> lines = content.lines();
            for (int i = 0; i < lineItems(content); i++) {
                String key = OrderKeys.numbered(OrderKeys.LINES, i);
                int end = Math.min(lines.size(), (i + 1) * LINES_PER_ITEM);
                Map<String, AttributeValue> item = new HashMap<>(OrderKeys.key(content.id(), key));
                item.put(LINES, s(LinesText.lines(lines.subList(i * LINES_PER_ITEM, end))));
                items.put(key, item);
            }
        }
        return items;
    }

    private static int lineItems(OrderContent content) {
        return (content.lines().size() + LINES_PER_ITEM - 1) / LINES_PER_ITEM;
    }

    private static Map<String, AttributeValue> contentAttributes(OrderContent content) {
        Map<String, AttributeValue> item = withoutLines(content);
        if (content.chunks() == 1) {
            String lines = LinesText.lines(content.lines());
            if (ItemSize.bytes(item) + lines.length() <= HEADER_BYTES - HEADER_RESERVE_BYTES) {
                item.put(LINES, s(lines));
                return item;
            }
        }
        item.put(LINE_ITEMS, n(lineItems(content)));
        return item;
    }

    private static Map<String, AttributeValue> withoutLines(OrderContent content) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put(CHANNEL, s(content.channel().value()));
        item.put(NUMBER, s(content.number().value()));
        item.put(OrderKeys.CHANNEL_SHARD, s(OrderKeys.channelShard(content.channel(), content.id())));
        item.put(OrderKeys.PLACED_AT, n(content.placedAt().toEpochMilli()));
        item.put(CURRENCY, s(content.currency()));
        item.put(TOTAL, n(content.totalMinor()));
        item.put(POLICY, s(content.policy().name()));
        item.put(METHOD, s(content.payment().method().name()));
        if (!content.payment().token().isEmpty()) {
            item.put(TOKEN, s(content.payment().token()));
        }
        item.put(CHUNK_SKUS, n(content.chunkSkus()));
        item.put(
                FINGERPRINT,
                AttributeValue.fromB(SdkBytes.fromByteArray(
                        HexFormat.of().parseHex(content.fingerprint().hex()))));
        return item;
    }

    private static void putHeld(
            Order order, Map<String, AttributeValue> header, Map<String, Map<String, AttributeValue>> items) {
        if (order.held().isEmpty()) {
            return;
        }
        String first = LinesText.held(order.heldIn(0));
        boolean fits = order.content().chunks() == 1
                && ItemSize.bytes(header) + HELD.length() + first.length() <= HEADER_BYTES;
        if (fits) {
            header.put(HELD, s(first));
            return;
        }
        header.put(HELD_ELSEWHERE, AttributeValue.fromBool(true));
        order.held().forEach((chunk, held) -> {
            String key = OrderKeys.numbered(OrderKeys.HELD, chunk);
            Map<String, AttributeValue> item =
                    new HashMap<>(OrderKeys.key(order.content().id(), key));
            item.put(HELD, s(LinesText.held(held)));
            items.put(key, item);
        });
    }

    private static void putShortfalls(
            Order order, Map<String, AttributeValue> header, Map<String, Map<String, AttributeValue>> items) {
        List<Shortfall> shortfalls = shortfalls(order.state().stage());
        if (shortfalls.isEmpty()) {
            return;
        }
        String text = LinesText.shortfalls(shortfalls);
        if (ItemSize.bytes(header) + SHORTFALLS.length() + text.length() <= HEADER_BYTES) {
            header.put(SHORTFALLS, s(text));
            return;
        }
        header.put(SHORTFALLS_ELSEWHERE, AttributeValue.fromBool(true));
        Map<String, AttributeValue> item =
                new HashMap<>(OrderKeys.key(order.content().id(), OrderKeys.SHORTFALLS));
        item.put(SHORTFALLS, s(text));
        items.put(OrderKeys.SHORTFALLS, item);
    }

    private static List<Shortfall> shortfalls(Stage stage) {
        return switch (stage) {
            case Stage.Rejecting at -> at.shortfalls();
            case Stage.Rejected at -> at.shortfalls();
            case Stage.Placed _,
                    Stage.Backordered _,
                    Stage.Reserved _,
                    Stage.Review _,
                    Stage.Confirmed _,
                    Stage.Shipped _,
                    Stage.Delivered _,
                    Stage.Cancelling _,
                    Stage.Cancelled _ -> List.of();
        };
    }

    /** A single shipment is indexed by the header; several have an index row each. */
    private static void putShipmentIndex(
            Order order, Map<String, AttributeValue> header, Map<String, Map<String, AttributeValue>> items) {
        OrderId id = order.content().id();
        boolean single = order.state().shipments().size() == 1;
        order.state().shipments().forEach((location, shipment) -> {
            String key = OrderKeys.SHIPMENT + location;
            Map<String, AttributeValue> item =
                    single ? header : items.computeIfAbsent(key, each -> new HashMap<>(OrderKeys.key(id, each)));
            item.put(OrderKeys.SHIPMENT_SHARD, s(OrderKeys.shipmentShard(location, shipment.status(), id)));
        });
    }

    /** The sort keys of the other items that, with this header, make the order. */
    static List<String> otherParts(Map<String, AttributeValue> attributes) {
        Item header = new Item(attributes);
        int lineItems = (int) header.numberOrZero(LINE_ITEMS);
        boolean heldElsewhere = header.flag(HELD_ELSEWHERE);
        int chunks = heldElsewhere ? (int) header.number("chunks") : 0;
        return Stream.of(
                        IntStream.range(0, lineItems).mapToObj(i -> OrderKeys.numbered(OrderKeys.LINES, i)),
                        IntStream.range(0, chunks).mapToObj(i -> OrderKeys.numbered(OrderKeys.HELD, i)),
                        header.flag(SHORTFALLS_ELSEWHERE) ? Stream.of(OrderKeys.SHORTFALLS) : Stream.<String>of())
                .flatMap(part -> part)
                .toList();
    }

    /** What of a header's content may be published: nothing personal, and no more than a subscriber needs. */
    public static ObjectNode published(Map<String, AttributeValue> header) {
        Item item = new Item(header);
        ObjectNode json = JsonText.object()
                .put("orderNumber", item.string(NUMBER))
                .put("channel", item.string(CHANNEL))
                .put(
                        "placedAt",
                        Instant.ofEpochMilli(item.number(OrderKeys.PLACED_AT)).toString());
        json.putObject("total").put("amount", item.number(TOTAL)).put("currency", item.string(CURRENCY));
        return json;
    }

    /** The changing state that a header holds, without shortfalls that are kept elsewhere. */
    public static OrderState state(Map<String, AttributeValue> header) {
        return StateAttributes.state(new Item(header), List.of());
    }

    /** The order of these items, by sort key. */
    static Order order(Map<String, Map<String, AttributeValue>> items) {
        Item header = new Item(items.getOrDefault(OrderKeys.HEADER, Map.of()));
        OrderContent content = content(header, items);
        String shortfalls = header.findString(SHORTFALLS)
                .or(() -> part(items, OrderKeys.SHORTFALLS, SHORTFALLS))
                .orElse("");
        TreeMap<Integer, List<Held>> held = new TreeMap<>();
        header.findString(HELD).ifPresent(text -> held.put(0, LinesText.held(text)));
        for (int chunk = 0; header.flag(HELD_ELSEWHERE) && chunk < content.chunks(); chunk++) {
            int at = chunk;
            part(items, OrderKeys.numbered(OrderKeys.HELD, chunk), HELD)
                    .ifPresent(text -> held.put(at, LinesText.held(text)));
        }
        return new Order(content, StateAttributes.state(header, LinesText.shortfalls(shortfalls)), held);
    }

    private static OrderContent content(Item header, Map<String, Map<String, AttributeValue>> items) {
        Stream<String> texts = IntStream.range(0, (int) header.numberOrZero(LINE_ITEMS))
                .mapToObj(i -> new Item(items.getOrDefault(OrderKeys.numbered(OrderKeys.LINES, i), Map.of())))
                .map(item -> item.string(LINES));
        List<OrderLine> lines =
                LinesText.lines(header.findString(LINES).map(Stream::of).orElse(texts));
        return new OrderContent(
                new OrderId(header.string(OrderKeys.ORDER)),
                new ChannelId(header.string(CHANNEL)),
                new OrderNumber(header.string(NUMBER)),
                Instant.ofEpochMilli(header.number(OrderKeys.PLACED_AT)),
                header.string(CURRENCY),
                header.number(TOTAL),
                lines,
                OrderContent.demandOf(lines),
                AllocationPolicy.valueOf(header.string(POLICY)),
                new PaymentTerms(
                        PaymentMethod.valueOf(header.string(METHOD)),
                        header.findString(TOKEN).orElse("")),
                (int) header.number(CHUNK_SKUS),
                new Fingerprint(
                        HexFormat.of().formatHex(header.get(FINGERPRINT).b().asByteArrayUnsafe())));
    }

    private static Optional<String> part(Map<String, Map<String, AttributeValue>> items, String key, String attribute) {
        return Optional.ofNullable(items.get(key)).map(item -> new Item(item).string(attribute));
    }

    private static AttributeValue s(String text) {
        return AttributeValue.fromS(text);
    }

    private static AttributeValue n(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }
}
