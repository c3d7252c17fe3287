@NullMarked
package dev.holdfast.stockreservation;

import org.jspecify.annotations.NullMarked;
