/** What the commands print at their end. */
@NullMarked
package dev.holdfast.local.report;

import org.jspecify.annotations.NullMarked;
