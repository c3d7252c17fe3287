/** The envelope of HTTP functions: REST API proxy event in, route table, problem+json out. */
@NullMarked
package dev.holdfast.aws.http;

import org.jspecify.annotations.NullMarked;
