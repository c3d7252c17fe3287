/** DynamoDB Local, served so that an acknowledged write is a durable one. */
@NullMarked
package dev.holdfast.local.cloud.database;

import org.jspecify.annotations.NullMarked;
