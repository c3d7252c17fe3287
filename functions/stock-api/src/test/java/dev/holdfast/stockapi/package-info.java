@NullMarked
package dev.holdfast.stockapi;

import org.jspecify.annotations.NullMarked;
