/** Sending to queues and topics, with an answer per message. */
@NullMarked
package dev.holdfast.aws.messaging;

import org.jspecify.annotations.NullMarked;
