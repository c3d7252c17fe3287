package dev.holdfast.local.cloud;

import java.net.URI;

/** Tells every AWS SDK in this process where the local cloud is, by the properties that the SDK itself reads. */
final class Endpoint {
    static final String KEY = "local";

    private Endpoint() {}

    /** Queues are asked for directly, not by way of the common port: a hop less for every message. */
    static void announceQueues(URI queues) {
        System.setProperty("aws.endpointUrlSqs", queues.toString());
    }

    static void announce(Addresses addresses) {
        System.setProperty("aws.endpointUrl", addresses.awsUrl());
        System.setProperty("aws.region", Addresses.REGION);
        System.setProperty("aws.accessKeyId", KEY);
        System.setProperty("aws.secretAccessKey", KEY);
    }
}
