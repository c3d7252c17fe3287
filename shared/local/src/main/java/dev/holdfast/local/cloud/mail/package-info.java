/** SES: e-mail that nobody receives but everybody can read. */
@NullMarked
package dev.holdfast.local.cloud.mail;

import org.jspecify.annotations.NullMarked;
