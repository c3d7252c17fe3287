@NullMarked
package dev.holdfast.replenishmentapi;

import org.jspecify.annotations.NullMarked;
