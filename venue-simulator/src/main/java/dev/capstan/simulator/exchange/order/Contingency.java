package dev.capstan.simulator.exchange.order;

/** How the orders of a list hang together. */
public enum Contingency {
    /** Two orders of which only one can trade. */
    OCO,
    /** One order, and one or two that wait until it has filled; two of them are a pair of which only one can trade. */
    OTO
}
