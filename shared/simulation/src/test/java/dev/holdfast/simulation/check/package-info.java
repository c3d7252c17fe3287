/** What must hold, after each step and at rest. */
@NullMarked
package dev.holdfast.simulation.check;

import org.jspecify.annotations.NullMarked;
