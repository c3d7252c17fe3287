/** Reads template.yaml: what it does not know it refuses, so that template and local mode never drift apart. */
@NullMarked
package dev.holdfast.local.cloud.template;

import org.jspecify.annotations.NullMarked;
