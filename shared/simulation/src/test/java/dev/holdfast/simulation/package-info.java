/** The simulator's tests: sweeps, scenarios, planted bugs, contracts. */
@NullMarked
package dev.holdfast.simulation;

import org.jspecify.annotations.NullMarked;
