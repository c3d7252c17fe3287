package dev.holdfast.aws.lambda;

/**
 * One message of a queue, read.
 *
 * @param id the queue's own id of the message
 * @param receiptHandle to change its visibility
 * @param receiveCount how often it was received, this time included; approximate
 * @param body what it says
 */
public record Message<T>(String id, String receiptHandle, int receiveCount, T body) {}
