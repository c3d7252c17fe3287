@NullMarked
package dev.holdfast.changerelay;

import org.jspecify.annotations.NullMarked;
