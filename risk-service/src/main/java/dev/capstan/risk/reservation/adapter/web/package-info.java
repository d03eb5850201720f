/** The internal HTTP call that execution makes. */
@NullMarked
package dev.capstan.risk.reservation.adapter.web;

import org.jspecify.annotations.NullMarked;
