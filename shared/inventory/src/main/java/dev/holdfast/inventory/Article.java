package dev.holdfast.inventory;

import dev.holdfast.kernel.Money;
import dev.holdfast.kernel.Sku;
import java.util.Optional;

/** What a SKU is. Its stock is born with it, empty. */
public record Article(Sku sku, String description, Optional<Gtin> gtin, Optional<Money> unitCost) {}
