@NullMarked
package dev.holdfast.shippingnotifications;

import org.jspecify.annotations.NullMarked;
