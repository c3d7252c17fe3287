/** One thread, one seed, virtual time. */
@NullMarked
package dev.holdfast.simulation.engine;

import org.jspecify.annotations.NullMarked;
