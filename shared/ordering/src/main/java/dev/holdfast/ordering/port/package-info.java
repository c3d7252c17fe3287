@NullMarked
package dev.holdfast.ordering.port;

import org.jspecify.annotations.NullMarked;
