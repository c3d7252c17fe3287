/** Lambda: handler classes, each behind its own class loader, invoked with real event JSON. */
@NullMarked
package dev.holdfast.local.cloud.functions;

import org.jspecify.annotations.NullMarked;
