@NullMarked
package dev.holdfast.ordering.domain;

import org.jspecify.annotations.NullMarked;
