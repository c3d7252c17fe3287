/** A real shop's file of order lines, and what follows from it: orders, stock to open with, reorder policies. */
@NullMarked
package dev.holdfast.local.shop;

import org.jspecify.annotations.NullMarked;
