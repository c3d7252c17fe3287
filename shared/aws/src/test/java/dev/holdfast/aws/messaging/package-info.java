@NullMarked
package dev.holdfast.aws.messaging;

import org.jspecify.annotations.NullMarked;
