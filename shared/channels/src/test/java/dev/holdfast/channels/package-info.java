@NullMarked
package dev.holdfast.channels;

import org.jspecify.annotations.NullMarked;
