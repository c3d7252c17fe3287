/** Bugs to be planted, each as what a function sees of the outside. */
@NullMarked
package dev.holdfast.simulation.bugs;

import org.jspecify.annotations.NullMarked;
