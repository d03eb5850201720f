/** What reservations read from PostgreSQL. */
@NullMarked
package dev.capstan.risk.reservation.adapter.postgres;

import org.jspecify.annotations.NullMarked;
