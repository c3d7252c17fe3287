package dev.holdfast.local.cloud;

/** Tells every AWS SDK in this process where the local cloud is, by the properties that the SDK itself reads. */
final class Endpoint {
    static final String KEY = "local";

    private Endpoint() {}

    static void announce(Addresses addresses) {
        System.setProperty("aws.endpointUrl", addresses.awsUrl());
        System.setProperty("aws.region", Addresses.REGION);
        System.setProperty("aws.accessKeyId", KEY);
        System.setProperty("aws.secretAccessKey", KEY);
    }
}
