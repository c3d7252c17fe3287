@NullMarked
package dev.holdfast.replenishmentalerts;

import org.jspecify.annotations.NullMarked;
