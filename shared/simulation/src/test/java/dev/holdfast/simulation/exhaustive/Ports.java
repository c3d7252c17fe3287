package dev.holdfast.simulation.exhaustive;

import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.inventory.Shelf;
import dev.holdfast.inventory.Sourcing;
import dev.holdfast.inventory.StockChange;
import dev.holdfast.inventory.WaitingDemand;
import dev.holdfast.inventory.port.Locations;
import dev.holdfast.inventory.port.Stocks;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.kernel.Sku;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.OrderChange;
import dev.holdfast.ordering.port.OrderStock;
import dev.holdfast.ordering.port.Orders;
import dev.holdfast.ordering.port.PaymentProvider;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All driven ports of ordering; every method is one call, answered by whoever runs the handler. */
final class Ports implements Orders, OrderStock, Stocks, Locations, PaymentProvider {
    private final Sourcing sourcing;
    private final Function<Call, Object> answers;
    private int commits;

    Ports(Sourcing sourcing, Function<Call, Object> answers) {
        this.sourcing = sourcing;
        this.answers = answers;
    }

    /** How many commits were answered in this run. */
    int commits() {
        return commits;
    }

    /** Each call has answers of one type only, which {@link Surroundings} keeps to. */
    private Object answer(Call call) {
        return answers.apply(call);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Optional<Order> load(OrderId id) {
        return (Optional<Order>) answer(new Call.LoadOrder(id));
    }

    @Override
    public Loaded load(Collection<OrderId> ids) {
        return (Loaded) answer(new Call.LoadOrders(ids.stream().sorted().toList()));
    }

    @Override
    public CommitOutcome save(OrderChange change) {
        return committed(new Call.Commit(List.of(change), Optional.empty()));
    }

    @Override
    public CommitOutcome commit(List<OrderChange> changes, StockChange stock) {
        return committed(new Call.Commit(List.copyOf(changes), Optional.of(stock)));
    }

    private CommitOutcome committed(Call call) {
        CommitOutcome outcome = (CommitOutcome) answer(call);
        commits++;
        return outcome;
    }

    @Override
    public Shelf read(Collection<Sku> skus) {
        return (Shelf) answer(new Call.ReadStock(skus.stream().sorted().toList()));
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<WaitingDemand> front(Sku sku, int most) {
        return (List<WaitingDemand>) answer(new Call.ReadFront(sku, most));
    }

    @Override
    public Sourcing sourcing() {
        return sourcing;
    }

    @Override
    public Answer authorise(OrderId order, long minor, String currency, String token) {
        return (Answer) answer(new Call.Ask(order, Intent.AUTHORISE, minor));
    }

    @Override
    public Answer capture(OrderId order, long minor) {
        return (Answer) answer(new Call.Ask(order, Intent.CAPTURE, minor));
    }

    @Override
    public Answer voidAuthorisation(OrderId order, long minor) {
        return (Answer) answer(new Call.Ask(order, Intent.VOID, minor));
    }

    @Override
    public Lookup lookUp(OrderId order, Intent intent) {
        return (Lookup) answer(new Call.LookUp(order, intent));
    }
}
