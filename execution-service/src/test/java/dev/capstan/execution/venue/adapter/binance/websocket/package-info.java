/** Tests of the adapter, against its parts and against the simulator. */
@NullMarked
package dev.capstan.execution.venue.adapter.binance.websocket;

import org.jspecify.annotations.NullMarked;
