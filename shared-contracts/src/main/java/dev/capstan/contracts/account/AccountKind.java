package dev.capstan.contracts.account;

/** Whether an account trades real money; shown in every view. */
public enum AccountKind {
    /** Simulated money at the bundled simulator or a venue's test net. */
    PAPER,
    /** Real money; needs an explicit setting and a profile other than local. */
    LIVE
}
