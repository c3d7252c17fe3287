@NullMarked
package dev.holdfast.fulfilment.port;

import org.jspecify.annotations.NullMarked;
