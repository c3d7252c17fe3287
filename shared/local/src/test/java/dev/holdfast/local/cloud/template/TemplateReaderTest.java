package dev.holdfast.local.cloud.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.local.cloud.Addresses;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

class TemplateReaderTest {
    private static final Addresses ADDRESSES = new Addresses(4566);

    @Test
    void reads_the_template_of_this_project_whole() throws IOException {
        Template template = TemplateReader.read(Path.of("../../template.yaml"), ADDRESSES);

        assertThat(template.tables())
                .extracting(TableSpec::name)
                .contains("OrdersTable", "StockTable", "ChannelsTable");
        assertThat(template.functions()).allSatisfy(function -> {
            assertThat(function.sources()).isNotEmpty();
            assertThat(function.environment().values()).noneMatch(value -> value.contains("!") || value.contains("$"));
        });
    }

    @Test
    void a_table_has_its_keys_indexes_and_stream() {
        TableSpec table = parse("""
                        Resources:
                          Things:
                            Type: AWS::DynamoDB::Table
                            DeletionPolicy: Retain
                            Properties:
                              BillingMode: PAY_PER_REQUEST
                              AttributeDefinitions: [{AttributeName: id, AttributeType: S}, {AttributeName: at, AttributeType: "N"}]
                              KeySchema: [{AttributeName: id, KeyType: HASH}]
                              GlobalSecondaryIndexes:
                                - IndexName: byTime
                                  KeySchema: [{AttributeName: at, KeyType: HASH}]
                                  Projection: {ProjectionType: KEYS_ONLY}
                              StreamSpecification: {StreamViewType: NEW_AND_OLD_IMAGES}
                              TimeToLiveSpecification: {AttributeName: gone, Enabled: true}
                        """).tables().getFirst();

        assertThat(table.name()).isEqualTo("Things");
        assertThat(table.request().keySchema().getFirst().attributeName()).isEqualTo("id");
        assertThat(table.request().globalSecondaryIndexes().getFirst().indexName())
                .isEqualTo("byTime");
        assertThat(table.request().streamSpecification().streamViewType()).isEqualTo(StreamViewType.NEW_AND_OLD_IMAGES);
        assertThat(table.timeToLiveAttribute()).isEqualTo("gone");
    }

    @Test
    void a_fifo_queue_and_its_dead_letters_get_the_suffix_that_sqs_demands() {
        Template template = parse("""
                Resources:
                  Work:
                    Type: AWS::SQS::Queue
                    Properties:
                      FifoQueue: true
                      VisibilityTimeout: 120
                      RedrivePolicy: {deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 7}
                  Dead:
                    Type: AWS::SQS::Queue
                    Properties: {FifoQueue: true}
                """);

        assertThat(template.queues().getFirst())
                .isEqualTo(new QueueSpec("Work.fifo", true, false, 120, 0, 0, new QueueSpec.Redrive("Dead.fifo", 7)));
    }

    @Test
    void a_function_gets_what_globals_say_and_its_references_resolved() {
        FunctionSpec function =
                parse("""
                        Parameters:
                          Sender: {Type: String, Default: a@example.com}
                        Globals:
                          Function: {Runtime: java25, MemorySize: 512, Timeout: 20}
                        Resources:
                          Work:
                            Type: AWS::SQS::Queue
                          Events:
                            Type: AWS::SNS::Topic
                          Worker:
                            Type: AWS::Serverless::Function
                            Properties:
                              CodeUri: worker/target/function
                              Handler: a.B
                              Timeout: 50
                              Environment:
                                Variables:
                                  QUEUE: !Ref Work
                                  TOPIC: !Ref Events
                                  SENDER: !Ref Sender
                                  TEXT: !Sub "${AWS::StackName}-${Work.Arn}-${!literal}"
                              Policies: [{Statement: [{Effect: Allow, Action: [!Anything x], Resource: !GetAtt Nothing.Known}]}]
                              Events:
                                Messages: {Type: SQS, Properties: {Queue: !GetAtt Work.Arn, BatchSize: 3, FunctionResponseTypes: [ReportBatchItemFailures], ScalingConfig: {MaximumConcurrency: 2}}}
                                Clock: {Type: Schedule, Properties: {Name: tick, Schedule: rate(5 minutes)}}
                        """.replace("!Anything x", "x")).functions().getFirst();

        assertThat(function.timeout()).isEqualTo(Duration.ofSeconds(50));
        assertThat(function.memoryMegabytes()).isEqualTo(512);
        assertThat(function.artefact()).isEqualTo(Path.of("/project/worker/target/function"));
        assertThat(function.environment())
                .containsEntry("QUEUE", "http://127.0.0.1:4566/000000000000/Work")
                .containsEntry("TOPIC", "arn:aws:sns:us-east-1:000000000000:Events")
                .containsEntry("SENDER", "a@example.com")
                .containsEntry("TEXT", "holdfast-arn:aws:sqs:us-east-1:000000000000:Work-${literal}");
        assertThat(function.sources())
                .containsEntry("Messages", new EventSource.Queue("Work", 3, Duration.ZERO, 2, true))
                .containsEntry("Clock", new EventSource.Schedule("tick", Duration.ofMinutes(5), null));
    }

    @Test
    void a_stream_may_be_read_for_some_kinds_of_change_only() {
        FunctionSpec function = parse("""
                        Conditions: {InAccount: !Not [!Equals [a, b]]}
                        Mappings: {Deployments: {default: {Gradual: "false"}}}
                        Resources:
                          Things: {Type: AWS::DynamoDB::Table, Properties: {KeySchema: [], AttributeDefinitions: []}}
                          Firewall: {Type: AWS::WAFv2::WebACL, Condition: InAccount, Properties: {Anything: !If [InAccount, 1, 2]}}
                          Watch:
                            Type: AWS::Serverless::Function
                            Properties:
                              CodeUri: a
                              Handler: b
                              SnapStart: {ApplyOn: !If [InAccount, PublishedVersions, None]}
                              DeploymentPreference: {Enabled: !FindInMap [Deployments, default, Gradual]}
                              Events:
                                Things:
                                  Type: DynamoDB
                                  Properties:
                                    Stream: !GetAtt Things.StreamArn
                                    StartingPosition: LATEST
                                    FilterCriteria: {Filters: [{Pattern: '{"eventName": ["MODIFY", "REMOVE"]}'}]}
                                    MaximumRecordAgeInSeconds: 3600
                        """).functions().getFirst();

        assertThat(function.sources())
                .containsEntry(
                        "Things",
                        new EventSource.Stream(
                                "Things",
                                false,
                                Set.of("MODIFY", "REMOVE"),
                                100,
                                Duration.ZERO,
                                false,
                                -1,
                                false,
                                null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Resources: {A: {Type: AWS::Kinesis::Stream}}",
                "Resources: {A: {Type: AWS::SQS::Queue, Properties: {Colour: blue}}}",
                "Resources: {A: {Type: AWS::SQS::Queue, Condition: Sometimes}}",
                "Resources: {A: {Type: AWS::SQS::Queue, Properties: {RedrivePolicy: {deadLetterTargetArn: !GetAtt B.Arn, maxReceiveCount: 3}}}}",
                "Resources: {A: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: !If [x, 1, 2]}}}",
                "Resources: {A: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: soon}}}",
                "Rules: {Sometimes: true}",
                "Resources: {T: {Type: AWS::DynamoDB::Table}, A: {Type: AWS::Serverless::Function, Properties: {CodeUri: a, Handler: b, Events: {C: {Type: DynamoDB, Properties: {Stream: !GetAtt T.StreamArn, StartingPosition: LATEST, FilterCriteria: {Filters: [{Pattern: '{\"dynamodb\": {}}'}]}}}}}}}",
                "Parameters: {A: {Type: String}}",
                "Resources: {A: {Type: AWS::Serverless::Function, Properties: {CodeUri: a, Handler: b, Events: {C: {Type: Kinesis}}}}}",
                "Resources: {A: {Type: AWS::Serverless::Function, Properties: {CodeUri: a, Handler: b, Events: {C: {Type: Schedule, Properties: {Name: c, Schedule: cron(0 12 * * ? *)}}}}}}",
                "- a list",
            })
    void refuses_what_it_does_not_know_instead_of_leaving_it_out(String yaml) {
        assertThatThrownBy(() -> parse(yaml)).isInstanceOf(TemplateProblem.class);
    }

    private static Template parse(String yaml) {
        return TemplateReader.parse(yaml, Path.of("/project"), ADDRESSES);
    }
}
