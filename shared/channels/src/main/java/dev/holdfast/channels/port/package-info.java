/** What the context needs of the outside. */
@NullMarked
package dev.holdfast.channels.port;

import org.jspecify.annotations.NullMarked;
