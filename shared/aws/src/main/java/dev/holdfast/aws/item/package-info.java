/** Items of DynamoDB, read attribute by attribute. */
@NullMarked
package dev.holdfast.aws.item;

import org.jspecify.annotations.NullMarked;
