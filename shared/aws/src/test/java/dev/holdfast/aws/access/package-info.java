@NullMarked
package dev.holdfast.aws.access;

import org.jspecify.annotations.NullMarked;
