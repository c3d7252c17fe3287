@NullMarked
package dev.holdfast.log;

import org.jspecify.annotations.NullMarked;
