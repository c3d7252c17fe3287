@NullMarked
package dev.holdfast.aws.transaction;

import org.jspecify.annotations.NullMarked;
