package dev.capstan.simulator.exchange.report;

/** A print of the public tape; numbers in hundred-millionths, time in microseconds. */
public record MarketTrade(long id, String symbol, long price, long quantity, long at, boolean buyerIsMaker) {}
