@NullMarked
package dev.holdfast.local.cloud.gateway;

import org.jspecify.annotations.NullMarked;
