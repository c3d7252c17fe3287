@NullMarked
package dev.holdfast.replenishment.application;

import org.jspecify.annotations.NullMarked;
