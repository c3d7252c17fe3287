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
        holdsAndIsBrokenBy(MessagingRules::streamsThatGetStuck, wrong, "lets records fall out of the stream");
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
                "reads [ORDERS_TABLE, PAYMENT_PROCESSING_QUEUE, STAGE, STOCK_RESERVATION_QUEUE]");
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

    @Test
    void a_new_version_is_taken_back_by_the_alarm_of_its_own_function() {
        holdsAndIsBrokenBy(FunctionRules::deploymentsUnwatched, """
                Globals: { Function: { AutoPublishAlias: live } }
                Resources:
                  OneErrorsAlarm:
                    Type: AWS::CloudWatch::Alarm
                    Properties: { Dimensions: [{ Name: FunctionName, Value: !Ref OneFunction }] }
                  OneFunction: { Type: AWS::Serverless::Function, Properties: { DeploymentPreference: { Alarms: [!Ref OneErrorsAlarm] } } }
                  OtherFunction: { Type: AWS::Serverless::Function, Properties: { DeploymentPreference: { Alarms: [!Ref OneErrorsAlarm] } } }
                """, "OtherFunction is deployed without an alarm");
    }

    @Test
    void no_request_without_the_authorization_header_reaches_a_function() {
        holdsAndIsBrokenBy(GatewayRules::routesOpenToStrangers, """
                Resources:
                  OpenFunction:
                    Type: AWS::Serverless::Function
                    Properties:
                      Events:
                        Unvalidated:
                          Type: Api
                          Properties: { Path: /, RequestParameters: [method.request.header.Authorization: { Required: true }] }
                """, "OpenFunction.Unvalidated does not require");
        holdsAndIsBrokenBy(GatewayRules::routesOpenToStrangers, """
                Resources:
                  OpenFunction:
                    Type: AWS::Serverless::Function
                    Properties:
                      Events:
                        Optional:
                          Type: Api
                          Properties:
                            RequestModel: { Model: Anything, ValidateParameters: true }
                            RequestParameters: [method.request.header.Authorization]
                """, "OpenFunction.Optional does not require");
    }

    @Test
    void the_gateway_answers_in_the_words_of_the_functions() {
        String wrong = """
                Resources:
                  Api:
                    Type: AWS::Serverless::Api
                    Properties:
                      GatewayResponses:
                        BAD_REQUEST_PARAMETERS:
                          StatusCode: 400
                          ResponseTemplates: { application/json: '{"message": "$context.error.message"}' }
                """;
        holdsAndIsBrokenBy(GatewayRules::answersInOtherWords, wrong, "BAD_REQUEST_PARAMETERS must be 401");
        holdsAndIsBrokenBy(GatewayRules::answersInOtherWords, wrong, "THROTTLED is no problem");
        holdsAndIsBrokenBy(
                GatewayRules::answersInOtherWords,
                wrong,
                "BAD_REQUEST_PARAMETERS is not in the words of the functions");
    }

    @Test
    void the_firewall_limits_by_credential_and_address_and_knows_the_greatest_body() {
        String wrong = """
                Resources:
                  Firewall:
                    Type: AWS::WAFv2::WebACL
                    Properties:
                      Rules:
                        - Statement: { ByteMatchStatement: { SearchString: "1048576" } }
                """;
        holdsAndIsBrokenBy(GatewayRules::firewallsThatLetThrough, wrong, "does not limit by credential");
        holdsAndIsBrokenBy(GatewayRules::firewallsThatLetThrough, wrong, "does not limit by address");
        holdsAndIsBrokenBy(GatewayRules::firewallsThatLetThrough, wrong, "another greatest body");
        holdsAndIsBrokenBy(GatewayRules::firewallsThatLetThrough, wrong, "stands before nothing");
    }

    @Test
    void no_permission_is_on_everything_but_where_it_cannot_be_less_and_says_why() {
        holdsAndIsBrokenBy(PermissionRules::permissionsOnEverything, """
                Resources:
                  Boundary:
                    Type: AWS::IAM::ManagedPolicy
                    Properties:
                      PolicyDocument:
                        Statement:
                          - Effect: Allow
                            Action: [xray:PutTraceSegments, sqs:SendMessage]
                            # any: it is easier
                            Resource: "*"
                """, "Boundary has a permission on everything");
        holdsAndIsBrokenBy(
                PermissionRules::permissionsOnEverything, """
                Resources:
                  Key:
                    Type: AWS::KMS::Key
                    Properties:
                      KeyPolicy:
                        Statement:
                          - Effect: Allow
                            Action: [kms:Decrypt]
                            Resource: "*"
                """, "1 permissions are on any resource, 0 have a comment");
    }

    @Test
    void the_boundary_cuts_off_nothing_that_a_function_needs() {
        String wrong = """
                Globals: { Function: { PermissionsBoundary: !Ref Boundary } }
                Resources:
                  Boundary:
                    Type: AWS::IAM::ManagedPolicy
                    Properties:
                      PolicyDocument:
                        Statement:
                          - { Effect: Allow, Action: [dynamodb:Query], Resource: !Sub "${Things.Arn}/index/*" }
                          - { Effect: Allow, Action: [sqs:SendMessage], Resource: !GetAtt DeadQueue.Arn }
                  WorkFunction:
                    Type: AWS::Serverless::Function
                    Properties:
                      Policies:
                        - Statement:
                            - { Effect: Allow, Action: [dynamodb:Query], Resource: [!GetAtt Things.Arn, !Sub "${Things.Arn}/index/byTime"] }
                            - { Effect: Allow, Action: [sqs:SendMessage], Resource: !GetAtt WorkQueue.Arn }
                      Events:
                        Work: { Type: SQS, Properties: { Queue: !GetAtt WorkQueue.Arn } }
                        Changes: { Type: DynamoDB, Properties: { Stream: !GetAtt Things.StreamArn } }
                """;
        for (String complaint : List.of(
                "WorkFunction: dynamodb:Query on Things, which Boundary cuts off",
                "WorkFunction: sqs:SendMessage on WorkQueue, which",
                "WorkFunction.Work: sqs:ReceiveMessage on WorkQueue",
                "WorkFunction.Changes: dynamodb:GetRecords on Things/stream/any")) {
            holdsAndIsBrokenBy(PermissionRules::permissionsThatTheBoundaryCutsOff, wrong, complaint);
        }
        assertThat(PermissionRules.permissionsThatTheBoundaryCutsOff(Declared.of(wrong)))
                .noneMatch(broken -> broken.contains("byTime"));
    }

    @Test
    void nothing_is_allowed_to_everybody_and_nobody_is_allowed_everything() {
        String wrong = """
                Resources:
                  Policy:
                    Type: AWS::SQS::QueuePolicy
                    Properties:
                      PolicyDocument:
                        Statement: [{ Effect: Allow, Principal: { AWS: "*" }, Action: "sqs:*", Resource: !GetAtt Queue.Arn }]
                """;
        holdsAndIsBrokenBy(PermissionRules::permissionsTooWide, wrong, "allows something to everybody");
        holdsAndIsBrokenBy(PermissionRules::permissionsTooWide, wrong, "allows everything of a service");
    }

    @Test
    void who_writes_the_journal_is_denied_to_change_it() {
        String wrong = """
                Resources:
                  JournalTable: { Type: AWS::DynamoDB::Table }
                  WriterFunction:
                    Type: AWS::Serverless::Function
                    Properties:
                      Policies:
                        - Statement:
                            - { Effect: Allow, Action: [dynamodb:PutItem, dynamodb:UpdateItem], Resource: !GetAtt JournalTable.Arn }
                            - { Effect: Deny, Action: [dynamodb:DeleteItem], Resource: !GetAtt JournalTable.Arn }
                """;
        holdsAndIsBrokenBy(PermissionRules::writersThatMayChangeTheJournal, wrong, "WriterFunction writes the journal");
        holdsAndIsBrokenBy(
                PermissionRules::writersThatMayChangeTheJournal, wrong, "WriterFunction may change the journal");
        holdsAndIsBrokenBy(PermissionRules::writersThatMayChangeTheJournal, wrong, "the journal's own policy");
    }

    @Test
    void queues_and_topics_refuse_what_comes_without_tls() {
        String wrong = """
                Resources:
                  WorkQueue: { Type: AWS::SQS::Queue }
                  News: { Type: AWS::SNS::Topic }
                  NewsPolicy:
                    Type: AWS::SNS::TopicPolicy
                    Properties:
                      Topics: [!Ref News]
                      PolicyDocument: { Statement: [{ Effect: Deny, Principal: "*", Action: "sns:Publish", Resource: !Ref News }] }
                """;
        holdsAndIsBrokenBy(PermissionRules::channelsWithoutTls, wrong, "WorkQueue does not refuse");
        holdsAndIsBrokenBy(PermissionRules::channelsWithoutTls, wrong, "News does not refuse");
    }

    @Test
    void no_table_can_be_lost() {
        String wrong = """
                Resources:
                  Things: { Type: AWS::DynamoDB::Table, DeletionPolicy: Delete }
                """;
        holdsAndIsBrokenBy(KeepingRules::tablesThatCanBeLost, wrong, "goes with its stack");
        holdsAndIsBrokenBy(KeepingRules::tablesThatCanBeLost, wrong, "cannot be restored");
        holdsAndIsBrokenBy(KeepingRules::tablesThatCanBeLost, wrong, "is not protected");
    }

    @Test
    void everything_kept_is_encrypted_with_the_key_of_the_stack() {
        String wrong = """
                Resources:
                  Things: { Type: AWS::DynamoDB::Table, Properties: { SSESpecification: { SSEEnabled: true } } }
                  WorkQueue: { Type: AWS::SQS::Queue, Properties: { SqsManagedSseEnabled: true } }
                  News: { Type: AWS::SNS::Topic, Properties: { KmsMasterKeyId: alias/aws/sns } }
                  Logs: { Type: AWS::Logs::LogGroup }
                """;
        for (String name : List.of("Things", "WorkQueue", "News", "Logs")) {
            holdsAndIsBrokenBy(KeepingRules::keptInTheOpen, wrong, name + " is not encrypted");
        }
    }

    @Test
    void every_function_has_a_log_of_its_own_that_forgets() {
        String wrong = """
                Resources:
                  EndlessLogs: { Type: AWS::Logs::LogGroup }
                  Logs: { Type: AWS::Logs::LogGroup, Properties: { RetentionInDays: 3 } }
                  AFunction: { Type: AWS::Serverless::Function }
                  BFunction: { Type: AWS::Serverless::Function, Properties: { LoggingConfig: { LogGroup: !Ref EndlessLogs } } }
                  CFunction: { Type: AWS::Serverless::Function, Properties: { LoggingConfig: { LogGroup: !Ref Logs } } }
                  DFunction: { Type: AWS::Serverless::Function, Properties: { LoggingConfig: { LogGroup: !Ref Logs } } }
                """;
        holdsAndIsBrokenBy(KeepingRules::logsKeptForEver, wrong, "AFunction has no log group with a retention");
        holdsAndIsBrokenBy(KeepingRules::logsKeptForEver, wrong, "BFunction has no log group with a retention");
        holdsAndIsBrokenBy(KeepingRules::logsKeptForEver, wrong, "DFunction shares its log group");
    }

    @Test
    void every_failure_is_heard_by_somebody() {
        String wrong = """
                Resources:
                  WorkQueue:
                    Type: AWS::SQS::Queue
                    Properties: { RedrivePolicy: { deadLetterTargetArn: !GetAtt DeadQueue.Arn } }
                  DeadQueue: { Type: AWS::SQS::Queue }
                  WorkFunction:
                    Type: AWS::Serverless::Function
                    Properties: { Events: { Changes: { Type: DynamoDB } } }
                  WorkErrorsAlarm:
                    Type: AWS::CloudWatch::Alarm
                    Properties: { MetricName: Errors, Dimensions: [{ Name: FunctionName, Value: !Ref OtherFunction }] }
                """;
        for (String complaint : List.of(
                "WorkQueue has no alarm on ApproximateAgeOfOldestMessage",
                "DeadQueue has no alarm on ApproximateNumberOfMessagesVisible",
                "WorkFunction has no alarm on Errors",
                "WorkFunction has no alarm on Throttles",
                "WorkFunction has no alarm on IteratorAge")) {
            holdsAndIsBrokenBy(AlarmRules::failuresThatNobodyHears, wrong, complaint);
        }
        holdsAndIsBrokenBy(AlarmRules::alarmsWithoutListener, wrong, "WorkErrorsAlarm reaches nobody");
    }

    @Test
    void every_alarm_has_its_page_of_the_runbook_and_every_page_an_alarm() {
        String wrong = """
                Resources:
                  AAlarm: { Type: AWS::CloudWatch::Alarm, Properties: { AlarmDescription: "It rings. Runbook: docs/runbook/unwritten.md" } }
                """;
        holdsAndIsBrokenBy(AlarmRules::alarmsAndPagesThatDiffer, wrong, "AAlarm names no page");
        holdsAndIsBrokenBy(AlarmRules::alarmsAndPagesThatDiffer, wrong, "dead-letters.md has no alarm");
    }

    @Test
    void every_metric_of_ours_is_written_and_shown() {
        String wrong = """
                Resources:
                  AAlarm: { Type: AWS::CloudWatch::Alarm, Properties: { Namespace: Holdfast, MetricName: OrdersLost } }
                  Board:
                    Type: AWS::CloudWatch::Dashboard
                    Properties:
                      DashboardBody: !Sub '{"metrics": [["Holdfast", "OrdersFound", "Stage", "${Stage}"]]}'
                """;
        holdsAndIsBrokenBy(AlarmRules::metricsThatNobodyWrites, wrong, "AAlarm listens to OrdersLost");
        holdsAndIsBrokenBy(AlarmRules::metricsThatNobodyWrites, wrong, "Board listens to OrdersFound");
        holdsAndIsBrokenBy(AlarmRules::metricsThatNobodyHears, wrong, "AlertsRaised is written and shown nowhere");
    }

    @Test
    void the_cost_at_rest_is_counted_from_the_template() {
        holdsAndIsBrokenBy(CostRules::countsThatDiffer, """
                Resources:
                  OneKey: { Type: AWS::KMS::Key }
                  OtherKey: { Type: AWS::KMS::Key }
                """, "must count 2 of: the key");
    }
}
