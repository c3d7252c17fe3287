/** An order's life, told from the tables and dead letters of a running system. */
@NullMarked
package dev.holdfast.local.trace;

import org.jspecify.annotations.NullMarked;
