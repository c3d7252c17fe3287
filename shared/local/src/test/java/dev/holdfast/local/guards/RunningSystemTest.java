package dev.holdfast.local.guards;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;

/** What samples and schemas promise, held against one running system: it takes long to start. */
class RunningSystemTest {
    private static final TravelledOrders ORDERS = new TravelledOrders(RunningSystem.inThisProcess());
    private static final SampleAnswers ANSWERS = SampleAnswers.of(ORDERS.system());

    @AfterAll
    static void stop() {
        ORDERS.close();
    }

    @Nested
    class Samples extends SamplePromises {
        Samples() {
            super(ORDERS.system(), ANSWERS);
        }
    }

    @Nested
    class PublishedEvents extends EventPromises {
        PublishedEvents() {
            super(ORDERS.published());
        }
    }

    @Nested
    class DeployedArtefacts extends DeployedPromises {
        DeployedArtefacts() {
            super(ANSWERS);
        }
    }
}
