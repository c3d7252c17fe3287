/** SQS: ElasticMQ, with the queues that the template declares. */
@NullMarked
package dev.holdfast.local.cloud.queues;

import org.jspecify.annotations.NullMarked;
