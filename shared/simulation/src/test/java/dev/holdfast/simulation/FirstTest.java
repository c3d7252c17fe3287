package dev.holdfast.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulation.engine.Tape;
import dev.holdfast.simulation.world.Coverage;
import dev.holdfast.simulation.world.History;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class FirstTest {
    @Test
    void aCalmDay() {
        History history = History.run(Tape.of(), UnaryOperator.identity(), new Coverage(), true);
        history.trace().forEach(System.out::println);
        System.out.println(history.violation());
        assertThat(history.violation()).isEmpty();
    }
}
