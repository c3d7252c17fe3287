/** Files that survive a kill: append-only logs and replaced documents. */
@NullMarked
package dev.holdfast.local.cloud.store;

import org.jspecify.annotations.NullMarked;
