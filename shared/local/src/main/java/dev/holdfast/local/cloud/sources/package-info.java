/** Event source mappings: queues, table streams and schedules that invoke functions. */
@NullMarked
package dev.holdfast.local.cloud.sources;

import org.jspecify.annotations.NullMarked;
