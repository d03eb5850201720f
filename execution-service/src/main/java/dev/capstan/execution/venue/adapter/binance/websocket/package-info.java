/**
 * The user data stream: one connection to the venue's WebSocket API per owned session, with one subscription. {@code UserDataStream}
 * keeps it up, {@code ReportDelivery} hands what it says to the intake in order, and every time something may have been missed the
 * account is reported to {@link dev.capstan.execution.venue.domain.ReportGaps}.
 */
@NullMarked
package dev.capstan.execution.venue.adapter.binance.websocket;

import org.jspecify.annotations.NullMarked;
