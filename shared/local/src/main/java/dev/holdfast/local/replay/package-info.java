/** Drives a running system with a real shop's orders. */
@NullMarked
package dev.holdfast.local.replay;

import org.jspecify.annotations.NullMarked;
