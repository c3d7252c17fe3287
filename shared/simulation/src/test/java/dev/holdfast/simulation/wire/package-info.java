/** Faults at the wire: the clients that ship, their retries and all, over HTTP to DynamoDB Local and ElasticMQ. */
@NullMarked
package dev.holdfast.simulation.wire;

import org.jspecify.annotations.NullMarked;
