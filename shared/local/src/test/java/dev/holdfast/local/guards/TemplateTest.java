package dev.holdfast.local.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Each rule holds for template.yaml, and a deliberately wrong template breaks it. */
class TemplateTest {
    private static final Declared TEMPLATE = Declared.of(Repository.text(Repository.TEMPLATE));

    private static void holdsAndIsBrokenBy(Function<Declared, List<String>> rule, String wrong, String complaint) {
        assertThat(rule.apply(TEMPLATE)).isEmpty();
        assertThat(rule.apply(Declared.of(wrong))).anyMatch(broken -> broken.contains(complaint));
    }

    @Test
    void the_rules_see_queues_streams_and_functions() {
        assertThat(TEMPLATE.queues()).isNotEmpty();
        assertThat(TEMPLATE.events("SQS")).isNotEmpty();
        assertThat(TEMPLATE.events("DynamoDB")).isNotEmpty();
        assertThat(TEMPLATE.functions()).hasSameSizeAs(Repository.functionFolders());
    }

    @Test
    void every_queue_has_a_dead_letter_queue() {
        holdsAndIsBrokenBy(MessagingRules::queuesWithoutDeadLetters, """
                Resources:
                  WorkQueue:
                    Type: AWS::SQS::Queue
                """, "WorkQueue has no dead-letter queue");
    }

    @Test
    void the_dead_letters_of_a_fifo_queue_are_fifo() {
        holdsAndIsBrokenBy(MessagingRules::queuesWithoutDeadLetters, """
                Resources:
                  WorkQueue:
                    Type: AWS::SQS::Queue
                    Properties:
                      FifoQueue: true
                      RedrivePolicy: { deadLetterTargetArn: !GetAtt DeadQueue.Arn, maxReceiveCount: 3 }
                  DeadQueue:
                    Type: AWS::SQS::Queue
                """, "both be FIFO");
    }

    @Test
    void a_message_stays_hidden_for_six_times_the_time_out_of_its_reader() {
        holdsAndIsBrokenBy(
                MessagingRules::visibilityTooShort,
                """
                Globals: { Function: { Timeout: 20 } }
                Resources:
                  WorkQueue:
                    Type: AWS::SQS::Queue
                    Properties: { VisibilityTimeout: 119 }
                  WorkFunction:
                    Type: AWS::Serverless::Function
                    Properties:
                      Events:
                        Work: { Type: SQS, Properties: { Queue: !GetAtt WorkQueue.Arn } }
                """,
                "WorkQueue hides a message 119 s; WorkFunction.Work needs 120");
    }

    @Test
    void every_mapping_reports_its_failures_one_by_one() {
        holdsAndIsBrokenBy(MessagingRules::mappingsThatFailWhole, """
                Resources:
                  WorkFunction:
                    Type: AWS::Serverless::Function
                    Properties:
                      Events:
                        Changes: { Type: DynamoDB, Properties: { Stream: !GetAtt Table.StreamArn } }
                """, "WorkFunction.Changes");
    }

    @Test
    void a_stream_bisects_ends_its_retries_and_keeps_what_it_gives_up() {
        String wrong = """
                Resources:
                  WorkFunction:
                    Type: AWS::Serverless::Function
                    Properties:
                      Events:
                        Changes: { Type: DynamoDB, Properties: { Stream: !GetAtt Table.StreamArn } }
                """;
        holdsAndIsBrokenBy(MessagingRules::streamsThatGetStuck, wrong, "does not bisect");
        holdsAndIsBrokenBy(MessagingRules::streamsThatGetStuck, wrong, "retries for ever");
        holdsAndIsBrokenBy(MessagingRules::streamsThatGetStuck, wrong, "loses what it gives up");
    }

    @Test
    void every_reader_of_a_queue_has_a_greatest_concurrency() {
        holdsAndIsBrokenBy(MessagingRules::queueReadersWithoutBound, """
                Resources:
                  WorkFunction:
                    Type: AWS::Serverless::Function
                    Properties:
                      Events:
                        Work: { Type: SQS, Properties: { Queue: !GetAtt WorkQueue.Arn } }
                """, "WorkFunction.Work");
    }

    @Test
    void everything_is_named_by_reference() {
        String wrong = """
                Resources:
                  WorkQueue:
                    Type: AWS::SQS::Queue
                    Properties:
                      QueueName: work
                      RedrivePolicy: { deadLetterTargetArn: "arn:aws:sqs:eu-west-1:123456789012:dead" }
                  WorkFunction:
                    Type: AWS::Serverless::Function
                    Properties:
                      Environment: { Variables: { WORK_QUEUE: work } }
                      Policies:
                        - Statement: [{ Effect: Allow, Action: ["sqs:SendMessage"], Resource: "*" }]
                """;
        holdsAndIsBrokenBy(ReferenceRules::fixedNames, wrong, "QueueName gives a name");
        holdsAndIsBrokenBy(ReferenceRules::fixedNames, wrong, "deadLetterTargetArn fixes arn:aws:sqs");
        holdsAndIsBrokenBy(ReferenceRules::fixedNames, wrong, "WORK_QUEUE is no reference");
        holdsAndIsBrokenBy(ReferenceRules::fixedNames, wrong, "permission on \"*\"");
    }

    @Test
    void a_function_has_the_same_name_all_along() {
        String wrong = """
                Resources:
                  IntakeFunction:
                    Type: AWS::Serverless::Function
                    Properties:
                      CodeUri: functions/order-intake/target/classes
                      Handler: dev.holdfast.orderintake.IntakeHandler
                  UnknownThingFunction:
                    Type: AWS::Serverless::Function
                    Properties: { CodeUri: functions/unknown-thing/target/function }
                """;
        holdsAndIsBrokenBy(FunctionRules::namesThatDiffer, wrong, "must be OrderIntakeFunction");
        holdsAndIsBrokenBy(FunctionRules::namesThatDiffer, wrong, "must be functions/order-intake/target/function");
        holdsAndIsBrokenBy(
                FunctionRules::namesThatDiffer, wrong, "must be dev.holdfast.orderintake.OrderIntakeHandler");
        holdsAndIsBrokenBy(FunctionRules::namesThatDiffer, wrong, "its artifactId is ");
        holdsAndIsBrokenBy(FunctionRules::namesThatDiffer, wrong, "no samples in events/invocations/unknown-thing");
    }

    @Test
    void every_folder_of_a_function_or_its_samples_is_declared() {
        holdsAndIsBrokenBy(
                FunctionRules::foldersThatNobodyDeclares, """
                Resources:
                  Nothing: { Type: AWS::SNS::Topic }
                """, "order-intake is no function of the template");
    }

    @Test
    void every_handler_is_in_its_built_artefact() {
        holdsAndIsBrokenBy(FunctionRules::handlersThatAreNotBuilt, """
                Resources:
                  OrderIntakeFunction:
                    Type: AWS::Serverless::Function
                    Properties:
                      CodeUri: functions/order-intake/target/function
                      Handler: dev.holdfast.orderintake.RenamedHandler
                """, "RenamedHandler");
    }

    @Test
    void every_variable_is_set_by_the_template_and_read_by_the_wiring() {
        String wrong = """
                Resources:
                  DueWorkFunction:
                    Type: AWS::Serverless::Function
                    Properties:
                      CodeUri: functions/due-work/target/function
                      Environment: { Variables: { ORDERS_TABLE: !Ref OrdersTable, FORGOTTEN: !Ref OrdersTable } }
                """;
        holdsAndIsBrokenBy(FunctionRules::variablesThatDiffer, wrong, "sets [FORGOTTEN, ORDERS_TABLE]");
        holdsAndIsBrokenBy(
                FunctionRules::variablesThatDiffer,
                wrong,
                "reads [ORDERS_TABLE, PAYMENT_PROCESSING_QUEUE, STOCK_RESERVATION_QUEUE]");
    }

    @Test
    void every_path_of_the_gateway_is_a_route_of_its_function() {
        holdsAndIsBrokenBy(
                FunctionRules::routesThatDiffer,
                """
                Resources:
                  ReplenishmentApiFunction:
                    Type: AWS::Serverless::Function
                    Properties:
                      CodeUri: functions/replenishment-api/target/function
                      Events:
                        Policy: { Type: Api, Properties: { Path: /v1/policies, Method: ANY } }
                """,
                "is sent [/v1/policies], the code serves [/v1/skus/{sku}/reorder-policy]");
    }
}
