/** Who may call: the filter that all HTTP functions share. */
@NullMarked
package dev.holdfast.aws.access;

import org.jspecify.annotations.NullMarked;
