/** Stock bookings and master data, decided by pure code. */
@NullMarked
package dev.holdfast.inventory.domain;

import org.jspecify.annotations.NullMarked;
