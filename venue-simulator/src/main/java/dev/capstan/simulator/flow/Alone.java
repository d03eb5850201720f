package dev.capstan.simulator.flow;

import dev.capstan.contracts.value.Side;

/** Nobody but the flow; its trades are counted. */
record Alone(Tally tally) implements Counterparties {

    @Override
    public long bestPrice(Side resting) {
        return 0;
    }

    @Override
    public long bestSince(Side resting) {
        return 0;
    }

    @Override
    public long fill(Side resting, long quantity) {
        throw new IllegalStateException("expected nobody besides the flow");
    }

    @Override
    public void traded(long price, long quantity, boolean buyerIsMaker) {
        tally.add(price, quantity, buyerIsMaker);
    }

    @Override
    public long now() {
        return 0;
    }
}
