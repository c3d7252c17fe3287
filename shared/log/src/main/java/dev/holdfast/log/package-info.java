/**
 * The log of functions: SLF4J's binding that writes each line as JSON. Loggers are SLF4J's; nobody calls anything here.
 */
@NullMarked
package dev.holdfast.log;

import org.jspecify.annotations.NullMarked;
