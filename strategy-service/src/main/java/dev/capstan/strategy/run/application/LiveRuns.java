package dev.capstan.strategy.run.application;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.strategy.CallKey;
import dev.capstan.strategy.run.domain.Attempt;
import dev.capstan.strategy.run.domain.LiveRun;
import dev.capstan.strategy.run.domain.RunFill;
import dev.capstan.strategy.run.domain.RunId;
import dev.capstan.trading.strategy.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The runs as they are stored. */
public interface LiveRuns {

    /**
     * Stores a run that begins, unless its key began one before.
     *
     * @return how many other runs of its account go on when there is no room for one more; empty when there was
     */
    Optional<Integer> add(LiveRun run, CallKey key, int mostOfAccount);

    Optional<LiveRun> startedWith(CallKey key);

    /** How many runs of the account go on. */
    int running(AccountId accountId);

    /** As it is now; it is not locked. */
    Optional<LiveRun> find(RunId id);

    /** Those of an account, the youngest first. */
    List<LiveRun> of(AccountId accountId, int most);

    /**
     * Changes a run while nobody else does, in the caller's transaction or one of its own, and stores what became of it.
     *
     * @param change touches nothing but the database
     */
    <T> Optional<T> change(RunId id, Function<LiveRun, T> change);

    /** Those that go on in this market, in the order in which they are locked. */
    List<RunId> inMarket(InstrumentId instrumentId, String marketEpoch);

    /** The attempt that made the order; empty when it is nobody's of ours. */
    Optional<Attempt> attempt(ClientOrderId id);

    /** Called inside {@link #change}. */
    void addSignal(RunId id, Instant candleOpenTime, Signal signal);

    /** Called inside {@link #change}; false when it was booked before. */
    boolean addFill(RunFill fill);

    /** Called inside {@link #change}: whether fewer than {@code most} other runs of the account have a position, until the transaction ends. */
    boolean hasRoom(LiveRun run, int most);

    /** Takes every run that has something left to do and that nobody else holds, and keeps those it has. */
    void hold(String replica, Duration lease);

    /** Gives them back, so that nobody waits for the lease to end. */
    void release(String replica);

    /** Runs held by {@code replica} that are behind the market or have an order to be sent. */
    List<RunId> due(String replica, Instant now);
}
