/** What operators do with accounts. */
@NullMarked
package dev.holdfast.channels.application;

import org.jspecify.annotations.NullMarked;
