/** Checks what must hold of a running system at rest. */
@NullMarked
package dev.holdfast.local.verify;

import org.jspecify.annotations.NullMarked;
