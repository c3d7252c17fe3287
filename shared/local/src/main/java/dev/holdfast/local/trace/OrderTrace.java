package dev.holdfast.local.trace;

import dev.holdfast.aws.inventory.JournalItem;
import dev.holdfast.aws.item.Item;
import dev.holdfast.aws.ordering.DynamoDbOrders;
import dev.holdfast.aws.replenishment.AlertRecord;
import dev.holdfast.inventory.CounterChange;
import dev.holdfast.inventory.JournalEntry;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.local.client.AwsClients;
import dev.holdfast.local.client.Queues;
import dev.holdfast.local.client.SystemAway;
import dev.holdfast.local.report.Table;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.Shipment;
import dev.holdfast.ordering.Transition;
import dev.holdfast.replenishment.Alert;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads everything that names one order, and writes nothing. */
public final class OrderTrace {
    private static final String NOTICE = "N#";

    private final URI aws;

    /** A trace in the system whose AWS APIs are at this address. */
    public OrderTrace(URI aws) {
        this.aws = aws;
    }

    /**
     * The order's life in order of time, what has no time last; empty when there is no such order.
     *
     * @throws SystemAway when nobody answers
     */
    public Optional<Table> of(OrderId id) {
        try (AwsClients clients = AwsClients.at(aws)) {
            return new DynamoDbOrders(clients.dynamoDb(), "OrdersTable")
                    .load(id)
                    .map(order -> told(order, clients));
        } catch (SdkClientException e) {
            throw new SystemAway(
                    "No system answers at " + aws + ". Start it with: mvn -Plocal (or name it with --aws).", e);
        }
    }

    private static Table told(Order order, AwsClients clients) {
        OrderId id = order.content().id();
        List<Step> steps = new ArrayList<>();
        order.state().history().forEach(transition -> steps.add(transition(transition)));
        order.state()
                .shipments()
                .forEach((location, shipment) -> shipment(location, shipment).forEach(steps::add));
        Set<String> entries = new HashSet<>();
        scan(clients, "JournalTable")
                .map(JournalItem::entry)
                .filter(entry -> entry.causes().stream().anyMatch(cause -> isOf(cause, id)))
                .forEach(entry -> {
                    entries.add(entry.id().value());
                    steps.addAll(moves(entry, id));
                });
        steps.addAll(alerts(clients, entries));
        steps.addAll(payments(clients, id));
        steps.addAll(notices(clients, id));
        new Queues(clients.sqs())
                .deadLettersNaming(id.value())
                .forEach((queue, letters) ->
                        steps.add(new Step(Optional.empty(), "dead letter", queue, letters + " name this order")));
        return table(steps);
    }

    private static Table table(List<Step> steps) {
        Table table = new Table("at", "what", "by", "detail");
        steps.stream()
                .sorted(Comparator.comparing(step -> step.at().orElse(Instant.MAX)))
                .forEach(step ->
                        table.row(step.at().map(Instant::toString).orElse("-"), step.what(), step.by(), step.detail()));
        return table;
    }

    private static Step transition(Transition transition) {
        return new Step(
                Optional.of(transition.at()),
                "order " + transition.status(),
                transition.by().value(),
                transition.reason().orElse(""));
    }

    private static Stream<Step> shipment(LocationId location, Shipment shipment) {
        return switch (shipment) {
            case Shipment.Ready _, Shipment.Dispatching _, Shipment.Cancelled _ ->
                Stream.of(new Step(Optional.empty(), "shipment " + shipment.status(), "", location.value()));
            case Shipment.Dispatched left -> Stream.of(left(location, left.dispatch(), left.at()));
            case Shipment.Delivered arrived ->
                Stream.of(
                        left(location, arrived.dispatch(), arrived.at()),
                        new Step(
                                Optional.of(arrived.deliveredAt()),
                                "shipment DELIVERED",
                                arrived.dispatch().carrier(),
                                location.value()));
        };
    }

    private static Step left(LocationId location, Shipment.Dispatch dispatch, Instant at) {
        return new Step(
                Optional.of(at),
                "shipment DISPATCHED",
                "",
                location + ", " + dispatch.carrier() + " " + dispatch.trackingNumber());
    }

    private static boolean isOf(JournalEntry.Cause cause, OrderId id) {
        return cause.type() == JournalEntry.Cause.Type.ORDER && cause.id().equals(id.value());
    }

    private static List<Step> moves(JournalEntry entry, OrderId id) {
        return entry.lines().stream()
                .filter(line -> isOf(entry.causes().get(line.cause()), id))
                .map(line -> new Step(
                        Optional.of(entry.at()),
                        "stock " + entry.kind(),
                        entry.actor().value(),
                        words(line)))
                .toList();
    }

    private static String words(JournalEntry.Line line) {
        CounterChange change = line.change();
        List<String> parts = new ArrayList<>();
        addIfMoved(parts, "available", change.available());
        addIfMoved(parts, "reserved", change.reserved());
        addIfMoved(parts, "waiting", line.waiting());
        return line.sku() + line.location().map(at -> " at " + at).orElse("") + ": " + String.join(", ", parts);
    }

    private static void addIfMoved(List<String> parts, String counter, long units) {
        if (units != 0) {
            parts.add(counter + (units > 0 ? " +" : " ") + units);
        }
    }

    /** Alerts whose crossing was a step of the stock that one of these entries caused. */
    private static List<Step> alerts(AwsClients clients, Set<String> entries) {
        Set<String> crossings = scan(clients, "StockHistoryTable")
                .map(Item::new)
                .filter(step ->
                        step.findString("entryId").filter(entries::contains).isPresent())
                .map(step -> step.string("sku") + "/" + step.number("version"))
                .collect(Collectors.toSet());
        return scan(clients, "ReplenishmentTable")
                .flatMap(item -> AlertRecord.decode(item).stream())
                .filter(alert -> crossings.contains(alert.sku() + "/" + alert.basisVersion()))
                .map(OrderTrace::alert)
                .toList();
    }

    private static Step alert(Alert alert) {
        return new Step(Optional.of(alert.raisedAt()), "alert", "replenishment-alerts", alert.subject());
    }

    private static List<Step> payments(AwsClients clients, OrderId id) {
        return scan(clients, "SandboxPaymentsTable")
                .map(Item::new)
                .filter(item -> item.string("intent").startsWith(id + "/"))
                // Authorise, capture, void: in the order of the alphabet as it happens in life.
                .sorted(Comparator.comparing(item -> item.string("intent")))
                .map(item -> new Step(
                        Optional.empty(),
                        "payment " + item.string("intent").substring(id.value().length() + 1),
                        "provider",
                        (item.flag("approved") ? "approved " : "declined ") + item.number("minor")))
                .toList();
    }

    private static List<Step> notices(AwsClients clients, OrderId id) {
        return clients
                .dynamoDb()
                .queryPaginator(request -> request.tableName("OrdersTable")
                        .keyConditionExpression("orderId = :id AND begins_with(#item, :notice)")
                        .expressionAttributeNames(Map.of("#item", "item"))
                        .expressionAttributeValues(Map.of(
                                ":id", AttributeValue.fromS(id.value()), ":notice", AttributeValue.fromS(NOTICE))))
                .items()
                .stream()
                .map(item -> new Step(
                        Optional.empty(),
                        "customer told",
                        "shipping-notifications",
                        new Item(item).string("item").substring(NOTICE.length())))
                .toList();
    }

    private static Stream<Map<String, AttributeValue>> scan(AwsClients clients, String table) {
        return clients
                .dynamoDb()
                .scanPaginator(request -> request.tableName(table).consistentRead(true))
                .items()
                .stream();
    }
}
