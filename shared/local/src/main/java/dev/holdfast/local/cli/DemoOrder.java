package dev.holdfast.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.local.cloud.AccessKeys;
import dev.holdfast.local.cloud.AccessKeys.AccessKey;

/** An order of the made-up shop. */
record DemoOrder(
        AccessKey channel,
        String orderNumber,
        String customer,
        String sku,
        int quantity,
        int unitPriceMinor,
        String allocation,
        String method,
        String token) {
    /** The order that a reader is invited to place. */
    static final DemoOrder FIRST = new DemoOrder(
            AccessKeys.SHOP, "1", "Ada", DemoShop.MUG, 2, 1250, "ALL_OR_NOTHING", "SANDBOX", "tok_approved");

    private static final ObjectMapper JSON = new ObjectMapper();

    String email() {
        return customer.toLowerCase(java.util.Locale.ROOT) + "@example.com";
    }

    ObjectNode json() {
        ObjectNode order = JSON.createObjectNode().put("orderNumber", orderNumber);
        order.putObject("customer")
                .put("reference", "C-" + customer)
                .put("name", customer)
                .put("email", email());
        ObjectNode address = order.putObject("shippingAddress");
        address.putArray("lines").add("1 High Street");
        address.put("city", "London").put("postalCode", "N1 9GU").put("country", "GB");
        ObjectNode line = order.putArray("lines").addObject().put("sku", sku).put("quantity", quantity);
        line.putObject("unitPrice").put("amount", unitPriceMinor).put("currency", "GBP");
        order.put("allocation", allocation);
        ObjectNode payment = order.putObject("payment").put("method", method);
        if (method.equals("SANDBOX")) {
            payment.put("token", token);
        }
        return order;
    }
}
