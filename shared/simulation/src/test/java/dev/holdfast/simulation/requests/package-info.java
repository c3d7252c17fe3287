/** Requests generated from what the routes tell of themselves, good ones and bad ones, over the functions that ship. */
@NullMarked
package dev.holdfast.simulation.requests;

import org.jspecify.annotations.NullMarked;
