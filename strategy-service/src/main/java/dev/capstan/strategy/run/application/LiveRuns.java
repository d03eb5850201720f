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
import java.time.Instant;
import java.util.Collection;
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

    /** Those of an account: those that go on, then the others, the youngest of each first. */
    List<LiveRun> of(AccountId accountId, int most);

    /**
     * Changes a run while nobody else does, in the caller's transaction or one of its own, and stores what became of it.
     *
     * @param change touches nothing but the database
     */
    <T> Optional<T> change(RunId id, Function<LiveRun, T> change);

    /**
     * The same for what has happened and cannot be refused: a run for which {@code change} fails is halted with the reason, and the
     * caller's transaction goes on, so that one run's trouble is nobody else's.
     *
     * @return empty when there is no such run, or the change failed
     * @throws RuntimeException when infrastructure is away
     */
    <T> Optional<T> tell(RunId id, Function<LiveRun, T> change);

    /** Locks the runs that made these orders, in the order in which {@link #inMarket} names them, until the caller's transaction ends. */
    void lock(Collection<ClientOrderId> orders);

    /** Those that go on in this market, in the order in which whoever locks more than one locks them. */
    List<RunId> inMarket(InstrumentId instrumentId, String marketEpoch);

    /** The attempt that made the order; empty when it is nobody's of ours. */
    Optional<Attempt> attempt(ClientOrderId id);

    /** Called inside {@link #tell}. */
    void addSignal(RunId id, Instant candleOpenTime, Signal signal);

    /** Called inside {@link #tell}; false when it was booked before. */
    boolean addFill(RunFill fill);

    /** Called inside {@link #tell}: whether fewer than {@code most} other runs of the account have a position, until the transaction ends. */
    boolean canOpenPosition(LiveRun run, int most);
}
