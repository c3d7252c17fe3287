/** The whole system in one history: functions, sources, people, and the faults between them. */
@NullMarked
package dev.holdfast.simulation.world;

import org.jspecify.annotations.NullMarked;
