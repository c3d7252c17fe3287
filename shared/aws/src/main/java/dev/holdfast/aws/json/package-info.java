/** Strict JSON: every fault of a document is found, each with its pointer (RFC 6901). */
@NullMarked
package dev.holdfast.aws.json;

import org.jspecify.annotations.NullMarked;
