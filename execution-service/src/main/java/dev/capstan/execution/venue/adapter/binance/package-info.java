/**
 * Binance Spot, and everything that speaks its protocol: the bundled simulator, the venue's test net and the venue itself differ by
 * address only.
 *
 * <p>{@code protocol} knows the venue's spelling (symbols, signatures, fields), {@code http} makes calls, {@code websocket} keeps the
 * user data stream. A call that places an order leaves this process at most once; see {@code http.OneWriteBody}.
 */
@NullMarked
package dev.capstan.execution.venue.adapter.binance;

import org.jspecify.annotations.NullMarked;
