/** API Gateway: routes of the template, REST proxy events, proxy responses. */
@NullMarked
package dev.holdfast.local.cloud.gateway;

import org.jspecify.annotations.NullMarked;
