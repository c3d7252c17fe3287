/** The Query protocol, which SNS and SES speak: form parameters in, XML out. */
@NullMarked
package dev.holdfast.local.cloud.query;

import org.jspecify.annotations.NullMarked;
