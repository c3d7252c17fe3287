@NullMarked
package dev.holdfast.orderapi;

import org.jspecify.annotations.NullMarked;
