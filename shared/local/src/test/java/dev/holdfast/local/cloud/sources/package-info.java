@NullMarked
package dev.holdfast.local.cloud.sources;

import org.jspecify.annotations.NullMarked;
