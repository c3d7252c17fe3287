package dev.holdfast.local.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Each artefact as it is deployed: AWS's runtime interface client runs it in a process of its own. The same orders travel
 * the same ways through these processes, and then each function is given its samples.
 */
@EnabledOnOs(OS.LINUX)
abstract class DeployedPromises {
    private final SampleAnswers inThisProcess;

    DeployedPromises(SampleAnswers inThisProcess) {
        this.inThisProcess = inThisProcess;
    }

    @TestFactory
    Stream<DynamicTest> an_artefact_answers_a_sample_when_it_is_deployed_as_it_does_in_this_process() {
        try (TravelledOrders orders = new TravelledOrders(RunningSystem.asDeployed())) {
            SampleAnswers deployed = SampleAnswers.of(orders.system());
            return inThisProcess.files().stream()
                    .map(file -> DynamicTest.dynamicTest(
                            SampleAnswers.name(file),
                            () -> assertThat(deployed.kind(file)).isEqualTo(inThisProcess.kind(file))));
        }
    }
}
