@NullMarked
package dev.holdfast.local.cloud;

import org.jspecify.annotations.NullMarked;
