package dev.holdfast.replenishmentapi;

import static dev.holdfast.aws.json.Decoders.asInteger;
import static dev.holdfast.aws.json.Decoders.asText;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.json.Field;
import dev.holdfast.aws.json.Fields;
import dev.holdfast.aws.json.JsonText;
import dev.holdfast.kernel.Limits;
import dev.holdfast.kernel.Sku;
import dev.holdfast.replenishment.ReorderPolicy;
import dev.holdfast.replenishment.port.ReorderPolicies.Stored;
import java.util.Optional;

/** A reorder policy on the wire. */
final class PolicyJson {
    private PolicyJson() {}

    static ReorderPolicy read(Fields fields) {
        Field<Integer> reorderPoint = fields.required("reorderPoint", asInteger(0, Limits.QUANTITY_MAX));
        Field<Integer> orderUpTo = fields.required("orderUpTo", asInteger(0, Limits.QUANTITY_MAX));
        Field<Integer> hysteresis = fields.optional("hysteresis", asInteger(0, Limits.QUANTITY_MAX), 0);
        Field<Optional<String>> supplier = fields.optional("supplier", asText());
        if (orderUpTo.get() < reorderPoint.get()) {
            throw fields.refusal("orderUpTo", "must be at least the reorder point");
        }
        return new ReorderPolicy(reorderPoint.get(), orderUpTo.get(), hysteresis.get(), supplier.get());
    }

    static ObjectNode write(Sku sku, Stored stored) {
        ReorderPolicy policy = stored.policy();
        ObjectNode json = JsonText.object()
                .put("sku", sku.value())
                .put("version", stored.version())
                .put("reorderPoint", policy.reorderPoint())
                .put("orderUpTo", policy.orderUpTo())
                .put("hysteresis", policy.hysteresis());
        policy.supplier().ifPresent(supplier -> json.put("supplier", supplier));
        return json;
    }
}
