@NullMarked
package dev.holdfast.local.bench;

import org.jspecify.annotations.NullMarked;
