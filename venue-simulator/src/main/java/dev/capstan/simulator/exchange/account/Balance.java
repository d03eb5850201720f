package dev.capstan.simulator.exchange.account;

/** What an account has of an asset, in hundred-millionths; the locked part waits for resting orders. */
public record Balance(String asset, long free, long locked) {

    public Balance plusFree(long amount) {
        return new Balance(asset, free + amount, locked);
    }

    /** Moves {@code amount} from free to locked, or back when negative. */
    public Balance lock(long amount) {
        return new Balance(asset, free - amount, locked + amount);
    }
}
