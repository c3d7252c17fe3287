@NullMarked
package dev.holdfast.aws.inventory;

import org.jspecify.annotations.NullMarked;
