package dev.holdfast.local.cloud.sources;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.local.cloud.Addresses;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** The message that Lambda sends to a mapping's on-failure destination: where the records are, not what they hold. */
final class GivenUp {
    private static final ObjectMapper JSON = new ObjectMapper();

    private GivenUp() {}

    static String message(
            String function, String streamArn, String shard, List<Record> records, int invocations, Instant now) {
        ObjectNode message = JSON.createObjectNode();
        message.putObject("requestContext")
                .put("requestId", UUID.randomUUID().toString())
                .put("functionArn", Addresses.functionArn(function))
                .put("condition", "RetryAttemptsExhausted")
                .put("approximateInvokeCount", invocations);
        message.putObject("responseContext")
                .put("statusCode", 200)
                .put("executedVersion", "$LATEST")
                .put("functionError", "Unhandled");
        message.put("version", "1.0").put("timestamp", now.toString());
        message.putObject("DDBStreamBatchInfo")
                .put("shardId", shard)
                .put("startSequenceNumber", RecordBatches.sequenceNumber(records.getFirst()))
                .put("endSequenceNumber", RecordBatches.sequenceNumber(records.getLast()))
                .put("approximateArrivalOfFirstRecord", arrival(records.getFirst()))
                .put("approximateArrivalOfLastRecord", arrival(records.getLast()))
                .put("batchSize", records.size())
                .put("streamArn", streamArn);
        return message.toString();
    }

    private static String arrival(Record record) {
        return String.valueOf(record.dynamodb().approximateCreationDateTime());
    }
}
