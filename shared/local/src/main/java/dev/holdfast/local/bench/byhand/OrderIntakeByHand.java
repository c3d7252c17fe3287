package dev.holdfast.local.bench.byhand;

import dev.holdfast.aws.client.DynamoDb;
import dev.holdfast.aws.http.HttpFunction;
import dev.holdfast.orderintake.Wiring;
import java.time.InstantSource;

/**
 * {@code order-intake} wired by hand: the same decoding, validation, logging and write with the same SDK, without
 * dependency injection.
 */
public final class OrderIntakeByHand extends HttpFunction {
    /** As Lambda calls it. */
    public OrderIntakeByHand() {
        super(Wiring.api(
                DynamoDb.client(),
                InstantSource.system(),
                Thread::sleep,
                System.getenv("ORDERS_TABLE"),
                System.getenv("STOCK_TABLE"),
                System.getenv("CHANNELS_TABLE")));
    }
}
