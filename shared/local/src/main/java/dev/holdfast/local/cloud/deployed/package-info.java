/** Functions as they are deployed: AWS's runtime interface client runs each artefact in a process of its own. */
@NullMarked
package dev.holdfast.local.cloud.deployed;

import org.jspecify.annotations.NullMarked;
