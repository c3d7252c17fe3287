@NullMarked
package dev.holdfast.aws.http;

import org.jspecify.annotations.NullMarked;
