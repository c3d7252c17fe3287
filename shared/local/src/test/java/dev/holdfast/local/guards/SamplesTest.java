package dev.holdfast.local.guards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.local.cloud.Addresses;
import dev.holdfast.local.cloud.Eventually;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

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
class SamplesTest {
    /** Their own modules give them their samples, on the tables that these need. */
    private static final List<String> ELSEWHERE =
            List.of("stock-api", "stock-history", "replenishment-api", "replenishment-alerts");

    private static final Pattern STATUS = Pattern.compile(".*-(\\d{3})\\.json");
    private static final Pattern FIRST_WORD = Pattern.compile("[-.]");
    private static final RunningSystem SYSTEM = new RunningSystem();

    @BeforeAll
    static void the_shop_that_the_samples_are_about() {
        SampleShop shop = new SampleShop(SYSTEM);
        shop.open();
        String shipped = shop.order(
                "1", SampleShop.CANDLE, 85, "ALL_OR_NOTHING", "{\"method\": \"SANDBOX\", \"token\": \"tok_approved\"}");
        String refused = shop.order("2", SampleShop.LAMP, 3, "ALL_OR_NOTHING", "{\"method\": \"INVOICE\"}");
        String open = shop.order("3", SampleShop.LAMP, 1, "ALL_OR_NOTHING", "{\"method\": \"INVOICE\"}");
        shop.await(shipped, "CONFIRMED");
        shop.dispatch(shipped);
        shop.await(shipped, "SHIPPED");
        shop.await(refused, "REJECTED");
        shop.await(open, "CONFIRMED");
        String damaged = shop.idOf("damaged");
        SYSTEM.tables()
                .putItem(put -> put.tableName("OrdersTable")
                        .item(Map.of("orderId", AttributeValue.fromS(damaged), "item", AttributeValue.fromS("H"))));
    }

    @AfterAll
    static void stop() {
        SYSTEM.close();
    }

    @TestFactory
    Stream<DynamicTest> a_function_does_what_the_name_of_its_sample_promises() {
        return Repository.functionFolders().stream()
                .filter(folder -> !ELSEWHERE.contains(folder))
                .flatMap(folder -> Repository.files(Repository.INVOCATIONS.resolve(folder)).stream()
                        .map(file -> DynamicTest.dynamicTest(
                                folder + "/" + file.getFileName(), () -> keepsItsPromise(folder, file))));
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

    private static void keepsItsPromise(String folder, Path file) {
        String name = file.getFileName().toString();
        String event = Repository.text(file);
        JsonNode answer = SYSTEM.invoke(function(folder), event);
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
                awaitBuried(function(folder).replace("Function", "DeadLetters"), event);
            }
            default -> {
                assertThat(again).isEmpty();
                assertThat(SYSTEM.invoke(function(folder), event)).isEqualTo(answer);
            }
        }
    }

    /** What is buried is whole: a message's body, or a stream's record. */
    private static void awaitBuried(String queue, String event) {
        List<String> whole = new ArrayList<>();
        EventSchemas.parse(event).path("Records").forEach(record -> {
            whole.add(record.path("body").asText());
            whole.add(record.toString());
        });
        String url = new Addresses(SYSTEM.awsUrl().getPort()).queueUrl(queue);
        Eventually.until(
                "something of it is in " + queue,
                () ->
                        SYSTEM
                                .queues()
                                .receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(10))
                                .messages()
                                .stream()
                                .anyMatch(message -> whole.contains(message.body())));
    }

    private static String function(String folder) {
        return Stream.of(folder.split("-", -1))
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining())
                + "Function";
    }
}
