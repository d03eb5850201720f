/** {@link dev.capstan.risk.reservation.application.Reserve}, the one use case. */
@NullMarked
package dev.capstan.risk.reservation.application;

import org.jspecify.annotations.NullMarked;
