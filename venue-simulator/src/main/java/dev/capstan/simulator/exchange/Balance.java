package dev.capstan.simulator.exchange;

/** What an account has of an asset, in hundred-millionths; the locked part waits for resting orders. */
public record Balance(String asset, long free, long locked) {

    Balance plusFree(long amount) {
        return new Balance(asset, free + amount, locked);
    }

    /** Moves {@code amount} from free to locked, or back when negative. */
    Balance lock(long amount) {
        return new Balance(asset, free - amount, locked + amount);
    }
}
