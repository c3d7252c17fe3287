@NullMarked
package dev.holdfast.orderintake;

import org.jspecify.annotations.NullMarked;
