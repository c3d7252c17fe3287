/** Scenarios over the whole system, from the HTTP API to the e-mail, on what the template declares. */
@NullMarked
package dev.holdfast.local.endtoend;

import org.jspecify.annotations.NullMarked;
