package dev.holdfast.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulation.world.Call;
import dev.holdfast.simulation.world.Coverage;
import dev.holdfast.simulation.world.Desk.Basket;
import dev.holdfast.simulation.world.Desk.Line;
import dev.holdfast.simulation.world.Fault;
import dev.holdfast.simulation.world.Faults;
import dev.holdfast.simulation.world.FunctionName;
import dev.holdfast.simulation.world.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Histories that once broke an invariant, told again in words. What was wrong is mended in the product. */
class KeptTracesTest {
    /**
     * Seed 2774. Two changes of one SKU went to the FIFO queue in one batch; it refused the first and took the second.
     * The first came after it, was taken for an old one, and its alert was never raised (I15).
     */
    @Test
    void aChangeThatAQueueRefusesIsNotOvertakenByTheNextOneOfItsSku() {
        Scenario crossing = new Scenario(
                "a policy is set on an empty shelf, and goods come at once",
                false,
                desk -> {
                    desk.start(0, () -> desk.policy("TEA", 1, 1));
                    desk.start(0, () -> desk.receive("R1", "NORTH", List.of(new Line("TEA", 10))));
                    desk.start(30, () -> desk.place("A", new Basket(List.of(new Line("TEA", 1)), false, false)));
                },
                desk -> false,
                desk -> true);
        Faults refusesTheFirst = new Faults() {
            private boolean refused;

            @Override
            public Fault next(FunctionName function, Call call) {
                if (function == FunctionName.CHANGE_RELAY && call == Call.SEND_BATCH && !refused) {
                    refused = true;
                    return Fault.PARTIAL;
                }
                return Fault.NONE;
            }

            @Override
            public int detail(int bound) {
                return 0;
            }
        };
        assertThat(crossing.tell(refusesTheFirst, new Coverage())).isEmpty();
    }

    /** The order was left CANCELLING and its payment VOIDING for ever (I12): the same key gets the same answer. */
    @Test
    void anAuthorisationThatTheProviderWillNotVoidDoesNotKeepItsOrderFromEnding() {
        Scenario changedMind = new Scenario(
                "an order is cancelled, and the provider will not void",
                false,
                desk -> {
                    desk.start(0, () -> desk.receive("R1", "MAIN", List.of(new Line("TEA", 5))));
                    desk.start(500, () -> desk.place("A", new Basket(List.of(new Line("TEA", 1)), false, true)));
                    desk.start(10_000, () -> desk.cancel("A", "C1"));
                },
                desk -> false,
                desk -> desk.stage("A").equals("CANCELLED") && desk.payment("A").equals("VOID_DECLINED"));
        assertThat(changedMind.tellToTheEnd(new EachTime(Call.VOID, Fault.DECLINED)))
                .isEmpty();
    }

    /** One fault, each time that one call is made. */
    private record EachTime(Call met, Fault fault) implements Faults {
        @Override
        public Fault next(FunctionName function, Call call) {
            return call == met ? fault : Fault.NONE;
        }

        @Override
        public int detail(int bound) {
            return 0;
        }
    }
}
