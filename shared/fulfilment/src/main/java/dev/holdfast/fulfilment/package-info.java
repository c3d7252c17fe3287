@NullMarked
package dev.holdfast.fulfilment;

import org.jspecify.annotations.NullMarked;
