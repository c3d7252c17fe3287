/** SNS: topics, subscriptions, fan-out, and everything published, readable. */
@NullMarked
package dev.holdfast.local.cloud.topics;

import org.jspecify.annotations.NullMarked;
