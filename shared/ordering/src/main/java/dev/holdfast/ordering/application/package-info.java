@NullMarked
package dev.holdfast.ordering.application;

import org.jspecify.annotations.NullMarked;
