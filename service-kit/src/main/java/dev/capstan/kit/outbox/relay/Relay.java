package dev.capstan.kit.outbox.relay;

import dev.capstan.kit.crash.CrashPoint;
import dev.capstan.kit.crash.CrashPoints;
import dev.capstan.kit.outbox.OutboxRow;
import dev.capstan.kit.outbox.RelaySignal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The two loops: one reads and sends, one deletes what was acknowledged. Neither waits for the other. */
final class Relay implements RelaySignal, RecordSender.Outcome {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(2);

    private final OutboxRows rows;
    private final BucketLeases leases;
    private final RelaySettings settings;
    private final RelayMetrics metrics;
    private final Function<RecordSender.Outcome, RecordSender> senders;

    private final Semaphore signal = new Semaphore(0);
    private final InFlight inFlight = new InFlight();
    private final RestingKeys resting = new RestingKeys();

    private volatile List<InFlight.Sent> beingDeleted = List.of();
    private volatile Set<Integer> closedBuckets = Set.of();
    private volatile boolean running = true;

    Relay(
            OutboxRows rows,
            BucketLeases leases,
            RelaySettings settings,
            RelayMetrics metrics,
            Function<RecordSender.Outcome, RecordSender> senders) {
        this.rows = rows;
        this.leases = leases;
        this.settings = settings;
        this.metrics = metrics;
        this.senders = senders;
    }

    @Override
    public void wake() {
        signal.release();
    }

    /** Rows of these buckets are left alone from now on, so that the buckets can be given away once settled. */
    void closeBuckets(Set<Integer> buckets) {
        closedBuckets = Set.copyOf(buckets);
    }

    boolean isSettled(int bucket) {
        return inFlight.isSettled(bucket);
    }

    /** Ends both loops; what is in flight is given its time to be acknowledged and deleted first. */
    void stop() {
        running = false;
        signal.release();
    }

    void sendLoop() {
        RecordSender sender = senders.apply(this);
        Duration pause = settings.busyPoll();
        while (running) {
            if (sender.hasFailed()) {
                sender = replaced(sender);
            }
            int sent = sendNext(sender);
            pause = sent > 0 ? settings.busyPoll() : longer(pause);
            if (sent > 0 && sent < settings.batch()) {
                gather();
            }
            if (sent < settings.batch()) {
                await(pause);
            }
        }
        sender.close(LAST_ANSWERS);
        inFlight.forgetUnanswered(beingDeleted);
    }

    private int sendNext(RecordSender sender) {
        // Permits first: a row committed after this line raises a new one and is seen by the next look at the latest.
        signal.drainPermits();
        Map<Integer, Long> fences = new HashMap<>(leases.held());
        fences.keySet().removeAll(closedBuckets);
        try {
            List<OutboxRow> next = nextRows(fences);
            for (OutboxRow row : next) {
                if (sender.hasFailed()) {
                    return 0;
                }
                if (!resting.contains(row)) {
                    inFlight.add(row, fences.getOrDefault(row.bucket(), -1L));
                    sender.send(row);
                }
            }
            return next.size();
        } catch (DataAccessException | TransactionException e) {
            log.warn("Outbox cannot be read, trying again: {}", e.getMessage());
            await(AFTER_FAILURE);
            return 0;
        }
    }

    private List<OutboxRow> nextRows(Map<Integer, Long> fences) {
        List<Long> known = inFlight.ids();
        int room = Math.min(settings.inFlight() - known.size(), settings.batch());
        return fences.isEmpty() || room <= 0 ? List.of() : rows.next(fences.keySet(), known, resting.now(), room);
    }

    private RecordSender replaced(RecordSender broken) {
        // Waits until the last answer is in; only then is it known what must be read again.
        broken.close(LAST_ANSWERS);
        metrics.maySendAgain(inFlight.forgetUnanswered(beingDeleted));
        await(AFTER_FAILURE);
        return senders.apply(this);
    }

    @Override
    public void acknowledged(OutboxRow row) {
        metrics.acknowledged(row);
        inFlight.acknowledge(row);
    }

    @Override
    public void refused(OutboxRow row, Exception reason) {
        resting.rest(row);
        inFlight.remove(row);
        log.error(
                "Kafka refuses outbox row {} of {}, key {} waits: {}",
                row.id(),
                row.topic(),
                row.key(),
                reason.toString());
    }

    @Override
    public void unanswered(OutboxRow row, Exception reason) {
        log.warn(
                "Kafka did not answer for outbox row {} of {}, it is sent again: {}",
                row.id(),
                row.topic(),
                reason.getMessage());
    }

    void deleteLoop() {
        while (running || !inFlight.isEmpty()) {
            try {
                List<InFlight.Sent> batch = beingDeleted.isEmpty() ? collected() : beingDeleted;
                if (!batch.isEmpty()) {
                    rows.delete(batch);
                    inFlight.remove(batch);
                    beingDeleted = List.of();
                }
            } catch (DataAccessException | TransactionException e) {
                log.warn("Acknowledged outbox rows cannot be deleted, trying again: {}", e.getMessage());
                if (!running) {
                    // The next owner sends them again, which is allowed.
                    return;
                }
                await(AFTER_FAILURE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private List<InFlight.Sent> collected() throws InterruptedException {
        List<InFlight.Sent> batch = inFlight.takeAcknowledged(settings.batch());
        beingDeleted = batch;
        batch.forEach(sent ->
                CrashPoints.reached(CrashPoint.OUTBOX_ACKNOWLEDGED, sent.row().key()));
        return batch;
    }

    /** The first row after a quiet moment leaves at once; what comes right behind it shares one look, one request and one delete. */
    private void gather() {
        LockSupport.parkNanos(settings.gather().toNanos());
    }

    private Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(settings.idlePoll()) < 0 ? doubled : settings.idlePoll();
    }

    private void await(Duration pause) {
        try {
            boolean woken = signal.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS);
            log.trace("Relay goes on, woken={}", woken);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
