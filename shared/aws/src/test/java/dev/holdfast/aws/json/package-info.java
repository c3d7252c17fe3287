@NullMarked
package dev.holdfast.aws.json;

import org.jspecify.annotations.NullMarked;
