/**
 * The venue's spelling: {@link dev.capstan.execution.venue.adapter.binance.protocol.Credential signatures}, {@link
 * dev.capstan.execution.venue.adapter.binance.protocol.Parameters parameters}, {@link
 * dev.capstan.execution.venue.adapter.binance.protocol.Fields fields} and {@link
 * dev.capstan.execution.venue.adapter.binance.protocol.Vocabulary words}. Numbers are read from JSON strings into decimals, never
 * through {@code double}.
 */
@NullMarked
package dev.capstan.execution.venue.adapter.binance.protocol;

import org.jspecify.annotations.NullMarked;
