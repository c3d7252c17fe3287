package dev.holdfast.local.endtoend;

import com.fasterxml.jackson.databind.JsonNode;

/** A web shop with its key. */
final class Shop {
    private final Caller caller;

    Shop(Caller caller) {
        this.caller = caller;
    }

    Caller caller() {
        return caller;
    }

    /** An order for so many of this; on invoice and all or nothing, where nothing else is said. */
    Basket orders(int quantity, String sku) {
        return new Basket(this).and(quantity, sku);
    }

    /** What the shop may sell. */
    int available(String sku) {
        JsonNode items = caller.get("/v1/availability?sku=" + sku).mustBe(200).body();
        return items.at("/items/0/available").asInt(-1);
    }
}
