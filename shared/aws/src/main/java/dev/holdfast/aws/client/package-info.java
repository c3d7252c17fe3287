/** One class per AWS client, so that a function carries only those it uses. */
@NullMarked
package dev.holdfast.aws.client;

import org.jspecify.annotations.NullMarked;
