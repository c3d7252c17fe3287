/** AWS in memory: what a client sees of it, without its faults. */
@NullMarked
package dev.holdfast.simulation.aws;

import org.jspecify.annotations.NullMarked;
