@NullMarked
package dev.holdfast.inventory.application;

import org.jspecify.annotations.NullMarked;
