@NullMarked
package dev.holdfast.aws.lambda;

import org.jspecify.annotations.NullMarked;
