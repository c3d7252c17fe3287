@NullMarked
package dev.holdfast.ordering;

import org.jspecify.annotations.NullMarked;
