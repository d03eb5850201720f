/**
 * A venue on localhost that plays another company's machine: the Binance Spot dialect over a generated, synthetic or replayed market, with a
 * durable journal of its own and faults on demand.
 *
 * <p>{@link dev.capstan.simulator.VenueSimulator} puts the parts together: {@code market} plays candles, {@code flow} trades in a book,
 * {@code exchange} keeps accounts
 * and orders, {@code journal} remembers, {@code binance} speaks the protocol, {@code page} shows it to people,
 * {@code fault} and {@code control} are for tests.
 */
@NullMarked
package dev.capstan.simulator;

import org.jspecify.annotations.NullMarked;
