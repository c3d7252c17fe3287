/** Replenishment's adapters: the Replenishment table, and the messages of stock crossings. */
@NullMarked
package dev.holdfast.aws.replenishment;

import org.jspecify.annotations.NullMarked;
