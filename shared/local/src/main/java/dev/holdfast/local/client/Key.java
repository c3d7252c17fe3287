package dev.holdfast.local.client;

import java.util.List;

/**
 * A key of local mode, and the channel that it belongs to (empty for staff).
 *
 * @param secret what goes into the Authorization header
 */
public record Key(String secret, String channel) {
    public static final Key SHOP = new Key("hf_local_shop", "demo-shop");
    public static final Key MARKET = new Key("hf_local_market", "demo-market");
    public static final Key STAFF = new Key("hf_local_staff", "");

    /** Those who place orders. */
    public static List<Key> channels() {
        return List.of(SHOP, MARKET);
    }
}
