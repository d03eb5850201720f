package dev.capstan.contracts.account;

/** What a grant allows on an account. The owner has all of it. */
public enum Permission {
    /** See orders, positions, balances and limits. */
    VIEW,
    /** {@code VIEW}, and place and cancel orders. */
    TRADE
}
