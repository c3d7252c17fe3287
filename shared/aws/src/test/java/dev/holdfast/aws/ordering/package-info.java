@NullMarked
package dev.holdfast.aws.ordering;

import org.jspecify.annotations.NullMarked;
