@NullMarked
package dev.holdfast.replenishment;

import org.jspecify.annotations.NullMarked;
