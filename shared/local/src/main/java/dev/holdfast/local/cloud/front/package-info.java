/** The one port of all AWS APIs. */
@NullMarked
package dev.holdfast.local.cloud.front;

import org.jspecify.annotations.NullMarked;
