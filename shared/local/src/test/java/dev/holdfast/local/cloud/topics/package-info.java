@NullMarked
package dev.holdfast.local.cloud.topics;

import org.jspecify.annotations.NullMarked;
