/** Puts the feature together, and its settings. */
@NullMarked
package dev.capstan.risk.reservation.adapter.config;

import org.jspecify.annotations.NullMarked;
