@NullMarked
package dev.holdfast.paymentprocessing;

import org.jspecify.annotations.NullMarked;
