package dev.holdfast.inventory.port;

import dev.holdfast.inventory.Shelf;
import dev.holdfast.inventory.WaitingDemand;
import dev.holdfast.kernel.Sku;
import java.util.Collection;
import java.util.List;

/** Reads stock, consistently. */
public interface Stocks {
    /** The stock of these SKUs as it is now, each for itself; unknown SKUs are left out. */
    Shelf read(Collection<Sku> skus);

    /** The first so many in the line for a SKU, in turn. */
    List<WaitingDemand> front(Sku sku, int most);
}
