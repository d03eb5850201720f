/** The whole service over HTTP, with a market-data-service that is played. */
@NullMarked
package dev.capstan.backtest.service;

import org.jspecify.annotations.NullMarked;
