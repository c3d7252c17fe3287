@NullMarked
package dev.holdfast.stockhistory;

import org.jspecify.annotations.NullMarked;
