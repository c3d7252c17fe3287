@NullMarked
package dev.holdfast.aws.fulfilment;

import org.jspecify.annotations.NullMarked;
