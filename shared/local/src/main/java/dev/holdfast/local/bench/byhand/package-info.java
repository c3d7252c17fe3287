/** What cold starts are compared with: the product's own code without the framework. Not shipped. */
@NullMarked
package dev.holdfast.local.bench.byhand;

import org.jspecify.annotations.NullMarked;
