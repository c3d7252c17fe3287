package dev.holdfast.local.cloud;

import java.net.URI;
import java.util.Map;

/** Tells an AWS SDK where the local cloud is, by the properties or variables that the SDK itself reads. */
public final class Endpoint {
    static final String KEY = "local";

    private Endpoint() {}

    /** Queues are asked for directly, not by way of the common port: a hop less for every message. */
    static void announceQueues(URI queues) {
        System.setProperty("aws.endpointUrlSqs", queues.toString());
    }

    /** Tells every SDK in this process. */
    static void announce(Addresses addresses) {
        System.setProperty("aws.endpointUrl", addresses.awsUrl());
        System.setProperty("aws.region", Addresses.REGION);
        System.setProperty("aws.accessKeyId", KEY);
        System.setProperty("aws.secretAccessKey", KEY);
    }

    /** Where this process was told that it is. */
    public static URI announced() {
        return URI.create(System.getProperty("aws.endpointUrl"));
    }

    /** What tells the SDK in another process, by its environment. */
    public static Map<String, String> variables(URI aws) {
        return Map.of(
                "AWS_ENDPOINT_URL",
                aws.toString(),
                "AWS_REGION",
                Addresses.REGION,
                "AWS_DEFAULT_REGION",
                Addresses.REGION,
                "AWS_ACCESS_KEY_ID",
                KEY,
                "AWS_SECRET_ACCESS_KEY",
                KEY);
    }
}
