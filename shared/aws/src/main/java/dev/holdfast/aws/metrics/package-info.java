/** What is counted, for alarms and the dashboard. */
@NullMarked
package dev.holdfast.aws.metrics;

import org.jspecify.annotations.NullMarked;
