/**
 * Tells people that something wants a look: {@link dev.capstan.kit.alert.Alerts}.
 */
@NullMarked
package dev.capstan.kit.alert;

import org.jspecify.annotations.NullMarked;
