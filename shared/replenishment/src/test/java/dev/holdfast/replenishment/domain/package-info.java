@NullMarked
package dev.holdfast.replenishment.domain;

import org.jspecify.annotations.NullMarked;
