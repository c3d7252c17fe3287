@NullMarked
package dev.holdfast.eventpublisher;

import org.jspecify.annotations.NullMarked;
