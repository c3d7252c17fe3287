/** Measures a system of its own: orders per second, latency, CPU time, write units. */
@NullMarked
package dev.holdfast.local.bench;

import org.jspecify.annotations.NullMarked;
