@NullMarked
package dev.holdfast.aws.client;

import org.jspecify.annotations.NullMarked;
