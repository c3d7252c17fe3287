/** The envelopes of functions that queues, streams and schedules invoke. */
@NullMarked
package dev.holdfast.aws.lambda;

import org.jspecify.annotations.NullMarked;
