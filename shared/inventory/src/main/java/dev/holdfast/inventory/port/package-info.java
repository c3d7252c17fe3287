@NullMarked
package dev.holdfast.inventory.port;

import org.jspecify.annotations.NullMarked;
