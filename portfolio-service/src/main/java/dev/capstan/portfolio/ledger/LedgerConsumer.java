package dev.capstan.portfolio.ledger;

/** The work consumer that feeds the ledger, as other features name it. */
public final class LedgerConsumer {

    /** Kafka group and key of its stream positions. */
    public static final String NAME = "portfolio-ledger";

    private LedgerConsumer() {}
}
