/** What the warehouse asks for: load, decide, commit. */
@NullMarked
package dev.holdfast.inventory.application;

import org.jspecify.annotations.NullMarked;
