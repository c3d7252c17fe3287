package dev.holdfast.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What a type takes is what its form, which callers are told, says: for texts in and just outside of it. */
class FormsTest {
    private static final String NEAR = "aZ09_-. !~\u007f\u00e4\u0000ilouk";

    @Test
    void anOrderIdIsTakenAsItsFormSays() {
        String id =
                OrderId.of(new ChannelId("web-shop"), new OrderNumber("4711")).value();
        agrees(OrderId.FORM, OrderId::new, id);
    }

    @Test
    void aSkuIsTakenAsItsFormSays() {
        agrees(Sku.FORM, Sku::new, "A.b_9-", "a".repeat(40), "a".repeat(41));
    }

    @Test
    void aLocationIsTakenAsItsFormSays() {
        agrees(LocationId.FORM, LocationId::new, "MAIN-1", "a".repeat(20), "a".repeat(21));
    }

    @Test
    void aChannelIsTakenAsItsFormSays() {
        agrees(ChannelId.FORM, ChannelId::new, "web-shop", "a".repeat(40), "a".repeat(41));
    }

    @Test
    void anOrderNumberIsTakenAsItsFormSays() {
        agrees(OrderNumber.FORM, OrderNumber::new, "A 1", " A", "A ", "a".repeat(64), "a".repeat(65));
    }

    private static void agrees(String form, Function<String, Object> type, String... texts) {
        SplittableRandom random = new SplittableRandom(1);
        assertThat(isTaken(type, "")).isEqualTo("".matches(form));
        for (String text : texts) {
            assertThat(isTaken(type, text)).as(text).isEqualTo(text.matches(form));
            for (int i = 0; i < 2_000; i++) {
                StringBuilder other = new StringBuilder(text);
                char near = NEAR.charAt(random.nextInt(NEAR.length()));
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> other.setCharAt(at, near);
                    case 1 -> other.insert(at, near);
                    default -> other.deleteCharAt(at);
                }
                assertThat(isTaken(type, other.toString()))
                        .as(other.toString())
                        .isEqualTo(other.toString().matches(form));
            }
        }
    }

    private static boolean isTaken(Function<String, Object> type, String text) {
        try {
            var _ = type.apply(text);
            return true;
        } catch (InvalidValue refused) {
            return false;
        }
    }
}
