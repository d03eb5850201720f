package dev.capstan.marketdata.intake;

import dev.capstan.kit.failure.Infrastructure;
import dev.capstan.marketdata.candle.domain.Arrival;
import dev.capstan.marketdata.candle.domain.CandleArrivals;
import dev.capstan.marketdata.candle.domain.CandleArrivals.Gaps;
import dev.capstan.marketdata.candle.domain.SeriesKey;
import dev.capstan.marketdata.instrument.VenueUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Stores what the stream brings, on a thread of its own: a database may take a moment, and the reader of the socket must not. A candle before
 * which others are missing waits for the venue's record; later ones of its series replace it, because the record has both.
 *
 * <p>A process that dies loses what waits here and nothing else: whoever feeds next finds it missing and fetches it.
 */
@Component
public class CandleIntake implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CandleIntake.class);
    private static final int MOST_WAITING = 20_000;
    private static final int BATCH = 500;
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final CandleArrivals store;
    private final CatchUp catchUp;
    private final FeedRight right;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Queue<SeriesKey> connected = new ConcurrentLinkedQueue<>();
    private final Backlog backlog = new Backlog();
    /** Candles and series that were handed over and whose turn is not over; the backlog is not among them. */
    private final AtomicLong inHand = new AtomicLong();

    private final AtomicLong done = new AtomicLong();
    private volatile int behind;
    private volatile @Nullable Thread thread;

    CandleIntake(CandleArrivals store, CatchUp catchUp, FeedRight right) {
        this.store = store;
        this.catchUp = catchUp;
        this.right = right;
    }

    /** Takes a closed candle; never waits. One for which there is no room is found missing later. */
    public void offer(Arrival arrival) {
        inHand.incrementAndGet();
        if (!arrivals.offer(arrival)) {
            putDown(1);
            LOG.warn("a candle of {} finds no room and is fetched later", arrival.key());
        }
    }

    /** Has these series brought up to the venue's record: a connection stands, and nobody knows what closed before it did. */
    public void connected(Collection<SeriesKey> series) {
        inHand.addAndGet(series.size());
        connected.addAll(series);
    }

    /** Candles that were taken and are neither stored nor given up, and series that are not up to the venue's record. */
    public long pending() {
        return inHand.get() + behind;
    }

    /** How many turns were over since the start. */
    public long done() {
        return done.get();
    }

    /** Ends the turn of {@code count}; what became of the backlog is seen first. */
    private void putDown(long count) {
        done.addAndGet(count);
        inHand.addAndGet(-count);
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("candle-intake").start(this::run);
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                step();
            }
        } catch (InterruptedException _) {
            LOG.debug("the intake stops");
        }
    }

    private void step() throws InterruptedException {
        Duration patience = backlog.isDue() ? Duration.ZERO : LOOK;
        Arrival first = arrivals.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        for (SeriesKey key = connected.poll(); key != null; key = connected.poll()) {
            backlog.add(key);
            behind = backlog.size();
            putDown(1);
        }
        if (!right.isHeld()) {
            giveUp(first);
            return;
        }
        if (first != null) {
            take(first);
        }
        if (backlog.isDue()) {
            inHand.incrementAndGet();
            catchUp(backlog.next());
            behind = backlog.size();
            putDown(1);
        }
    }

    private void giveUp(@Nullable Arrival first) {
        List<Arrival> given = new ArrayList<>();
        arrivals.drainTo(given);
        backlog.clear();
        behind = 0;
        putDown(given.size() + (first == null ? 0 : 1));
    }

    private void take(Arrival first) throws InterruptedException {
        List<Arrival> batch = new ArrayList<>(List.of(first));
        arrivals.drainTo(batch, BATCH);
        try {
            store.store(batch, Gaps.REFUSED).forEach(backlog::add);
        } catch (RuntimeException e) {
            // What was not stored is found missing when the next one comes.
            batch.forEach(arrival -> backlog.add(arrival.key()));
            rest("candles cannot be stored", e);
        } finally {
            behind = backlog.size();
            putDown(batch.size());
        }
    }

    private void catchUp(Backlog.Entry entry) throws InterruptedException {
        try {
            if (!catchUp.run(entry.key(), entry.held())) {
                backlog.putOff(entry, PAUSE);
            }
        } catch (VenueUnavailableException e) {
            LOG.info("{} is not up to date yet: {}", entry.key(), e.getMessage());
            backlog.putOff(entry, PAUSE);
        } catch (RuntimeException e) {
            backlog.putOff(entry, PAUSE);
            rest("candles cannot be stored", e);
        }
    }

    private static void rest(String what, RuntimeException cause) throws InterruptedException {
        if (Infrastructure.isAway(cause)) {
            LOG.warn("{}: {}", what, cause.toString());
        } else {
            LOG.error(what, cause);
        }
        Thread.sleep(PAUSE);
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    /** Stopped after the reader. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 1;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
