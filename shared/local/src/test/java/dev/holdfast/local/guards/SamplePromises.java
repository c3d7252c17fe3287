package dev.holdfast.local.guards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.local.cloud.Addresses;
import dev.holdfast.local.cloud.Eventually;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each function, as built, is given its samples in the order of their names, and does what a name promises:
 *
 * <ul>
 *   <li>{@code …-409}: the status that a caller gets
 *   <li>{@code accepted…}, {@code repeated…}: nothing comes again, however often it is delivered
 *   <li>{@code poison…}: what can never be read is buried, and nothing comes again
 *   <li>{@code partial-failure…}: some of it comes again, and the rest does not; {@code whole-failure…}: all of it does
 *   <li>for a schedule: it ends well, whatever the event says
 * </ul>
 */
abstract class SamplePromises {
    /** Their own modules give them their samples, on the tables that these need. */
    private static final List<String> ELSEWHERE =
            List.of("stock-api", "stock-history", "replenishment-api", "replenishment-alerts");

    private static final Pattern STATUS = Pattern.compile(".*-(\\d{3})\\.json");
    private static final Pattern FIRST_WORD = Pattern.compile("[-.]");
    private final RunningSystem system;
    private final SampleAnswers answers;

    SamplePromises(RunningSystem system, SampleAnswers answers) {
        this.system = system;
        this.answers = answers;
    }

    @TestFactory
    Stream<DynamicTest> a_function_does_what_the_name_of_its_sample_promises() {
        return answers.files().stream()
                .filter(file -> !ELSEWHERE.contains(SampleAnswers.folder(file)))
                .map(file -> DynamicTest.dynamicTest(SampleAnswers.name(file), () -> keepsItsPromise(file)));
    }

    @Test
    void every_function_has_a_sample_that_is_accepted_one_that_is_repeated_and_one_that_cannot_be_read() {
        assertThat(Repository.functionFolders()).allSatisfy(folder -> {
            List<String> names = Repository.names(Repository.INVOCATIONS.resolve(folder));
            assertThat(names)
                    .as(folder)
                    .anyMatch(name -> name.startsWith("accepted"))
                    .anyMatch(name -> name.startsWith("repeated"))
                    .anyMatch(name -> name.startsWith("malformed") || name.startsWith("poison"));
        });
    }

    private void keepsItsPromise(Path file) {
        String name = file.getFileName().toString();
        String event = Repository.text(file);
        String function = SampleAnswers.function(file);
        JsonNode answer = answers.to(file);
        Matcher status = STATUS.matcher(name);
        if (status.matches()) {
            assertThat(answer.path("statusCode").asText()).as("%s", answer).isEqualTo(status.group(1));
            return;
        }
        if (answer.isNull()) {
            // A schedule's function says nothing; it did not throw.
            return;
        }
        int records = EventSchemas.parse(event).path("Records").size();
        List<String> again = answer.path("batchItemFailures").findValuesAsText("itemIdentifier");
        switch (FIRST_WORD.split(name, 2)[0]) {
            case "partial" -> assertThat(again).isNotEmpty().hasSizeLessThan(records);
            case "whole" -> assertThat(again).hasSize(records);
            case "poison" -> {
                assertThat(again).isEmpty();
                awaitBuried(function.replace("Function", "DeadLetters"), event);
            }
            default -> {
                assertThat(again).isEmpty();
                assertThat(system.invoke(function, event)).isEqualTo(answer);
            }
        }
    }

    /** What is buried is whole: a message's body, or a stream's record. */
    private void awaitBuried(String queue, String event) {
        List<String> whole = new ArrayList<>();
        EventSchemas.parse(event).path("Records").forEach(record -> {
            whole.add(record.path("body").asText());
            whole.add(record.toString());
        });
        String url = new Addresses(system.awsUrl().getPort()).queueUrl(queue);
        Eventually.until(
                "something of it is in " + queue,
                () ->
                        system
                                .queues()
                                .receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(10))
                                .messages()
                                .stream()
                                .anyMatch(message -> whole.contains(message.body())));
    }
}
