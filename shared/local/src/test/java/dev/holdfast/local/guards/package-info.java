/** Guards over the whole repository: who may use whom, what the template must say, that samples and events keep their word. */
@NullMarked
package dev.holdfast.local.guards;

import org.jspecify.annotations.NullMarked;
