@NullMarked
package dev.holdfast.fulfilment.application;

import org.jspecify.annotations.NullMarked;
