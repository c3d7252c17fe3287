@NullMarked
package dev.holdfast.local.cloud.template;

import org.jspecify.annotations.NullMarked;
