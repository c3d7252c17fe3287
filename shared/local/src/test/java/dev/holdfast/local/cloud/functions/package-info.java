@NullMarked
package dev.holdfast.local.cloud.functions;

import org.jspecify.annotations.NullMarked;
