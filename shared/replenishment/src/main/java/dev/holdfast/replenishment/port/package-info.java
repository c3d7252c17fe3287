/** Driven ports: one remote call per method. */
@NullMarked
package dev.holdfast.replenishment.port;

import org.jspecify.annotations.NullMarked;
