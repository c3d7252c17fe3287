/** The HTTP API of a running system, called as a channel or staff would. */
@NullMarked
package dev.holdfast.local.client;

import org.jspecify.annotations.NullMarked;
