/** When to order again, and how much: reorder policies and low-stock alerts. What stands here is published. */
@NullMarked
package dev.holdfast.replenishment;

import org.jspecify.annotations.NullMarked;
