/** The venue's REST addresses on Jetty: bytes to {@link dev.capstan.simulator.binance.operation.Arrival} and back. */
@NullMarked
package dev.capstan.simulator.binance.rest;

import org.jspecify.annotations.NullMarked;
