@NullMarked
package dev.holdfast.local.cloud.store;

import org.jspecify.annotations.NullMarked;
