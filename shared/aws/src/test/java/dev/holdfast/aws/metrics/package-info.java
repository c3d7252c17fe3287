@NullMarked
package dev.holdfast.aws.metrics;

import org.jspecify.annotations.NullMarked;
