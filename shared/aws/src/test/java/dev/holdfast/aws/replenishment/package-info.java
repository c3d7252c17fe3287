@NullMarked
package dev.holdfast.aws.replenishment;

import org.jspecify.annotations.NullMarked;
