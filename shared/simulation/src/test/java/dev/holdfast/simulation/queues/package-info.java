/** SQS as we use it: one suite, on the queues in memory and on ElasticMQ. */
@NullMarked
package dev.holdfast.simulation.queues;

import org.jspecify.annotations.NullMarked;
