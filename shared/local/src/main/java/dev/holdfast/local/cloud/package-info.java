/** The local cloud: everything that template.yaml declares, on one machine, in one JVM. */
@NullMarked
package dev.holdfast.local.cloud;

import org.jspecify.annotations.NullMarked;
