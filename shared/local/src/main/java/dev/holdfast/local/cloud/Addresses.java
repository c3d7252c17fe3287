package dev.holdfast.local.cloud;

/** Names under which the parts of the local cloud are known: ARNs, and URLs on the one AWS port. */
public record Addresses(int awsPort) {
    public static final String REGION = "us-east-1";
    public static final String ACCOUNT = "000000000000";
    public static final String STACK = "holdfast";

    public String awsUrl() {
        return "http://127.0.0.1:" + awsPort;
    }

    public String queueUrl(String queue) {
        return awsUrl() + "/" + ACCOUNT + "/" + queue;
    }

    public static String queueArn(String queue) {
        return arn("sqs", queue);
    }

    /** The name at the end of a queue's URL or ARN. */
    public static String queueName(String urlOrArn) {
        return urlOrArn.substring(Math.max(urlOrArn.lastIndexOf('/'), urlOrArn.lastIndexOf(':')) + 1);
    }

    public static String topicArn(String topic) {
        return arn("sns", topic);
    }

    public static String tableArn(String table) {
        return arn("dynamodb", "table/" + table);
    }

    public static String functionArn(String function) {
        return arn("lambda", "function:" + function);
    }

    public static String ruleArn(String rule) {
        return arn("events", "rule/" + rule);
    }

    private static String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + REGION + ":" + ACCOUNT + ":" + resource;
    }
}
