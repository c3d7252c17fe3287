@NullMarked
package dev.holdfast.duework;

import org.jspecify.annotations.NullMarked;
