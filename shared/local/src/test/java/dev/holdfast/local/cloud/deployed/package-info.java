@NullMarked
package dev.holdfast.local.cloud.deployed;

import org.jspecify.annotations.NullMarked;
