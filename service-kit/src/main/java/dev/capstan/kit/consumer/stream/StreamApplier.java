package dev.capstan.kit.consumer.stream;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.kit.alert.Alerts;
import dev.capstan.kit.consumer.Delivered;
import dev.capstan.kit.consumer.OrderEventHandler;
import dev.capstan.kit.jdbc.Transactions;
import java.util.List;
import java.util.Optional;

/** The transactions of one consumer: each takes the key's row first, so that no two ways of applying meet. */
final class StreamApplier {

    private final OrderEventHandler handler;
    private final PositionRows rows;
    private final Transactions transactions;
    private final Alerts alerts;
    private final StreamMetrics metrics;

    StreamApplier(
            OrderEventHandler handler,
            PositionRows rows,
            Transactions transactions,
            Alerts alerts,
            StreamMetrics metrics) {
        this.handler = handler;
        this.rows = rows;
        this.transactions = transactions;
        this.alerts = alerts;
        this.metrics = metrics;
    }

    /** Whether events of a parked key are left for later or applied on the way to un-parking it. */
    enum Mode {
        LIVE,
        UNPARKING
    }

    /**
     * How far it went.
     *
     * @param position after the commit
     * @param applied how many events had their effect
     * @param repeated how many had it before
     */
    record Progress(Position position, int applied, int repeated) {}

    /**
     * Applies those that are next, in one transaction; skips repeats; stops before a gap, which then shows as being behind.
     *
     * @throws RuntimeException what the handler threw; nothing of the batch is applied then
     */
    Progress apply(StreamKey key, List<Delivered> events, Mode mode) {
        Progress progress =
                passedBy(key, events).orElseGet(() -> transactions.call(() -> applyLocked(key, events, mode)));
        metrics.applied(progress.applied(), progress.repeated());
        return progress;
    }

    /**
     * Moves the position past events that have no effect here. It is the same step as below, compared with where the key stands instead of
     * locked; empty when there is an effect, or when these are not exactly the next ones of a key that goes on.
     */
    private Optional<Progress> passedBy(StreamKey key, List<Delivered> events) {
        long first = events.getFirst().number();
        long last = events.getLast().number();
        boolean consecutive = last - first + 1 == events.size();
        if (!consecutive || events.stream().anyMatch(one -> handler.concerns(one.event()))) {
            return Optional.empty();
        }
        return rows.pass(key, first, last).map(position -> new Progress(position, events.size(), 0));
    }

    /**
     * Position and effect are of one transaction: dying anywhere before its commit leaves neither, dying after it leaves both, and the
     * records that Kafka then hands over again are repeats. However many are due, the handler is called once.
     */
    private Progress applyLocked(StreamKey key, List<Delivered> events, Mode mode) {
        Position start = rows.lock(key);
        Batch batch = Batch.of(start, events, !start.parked() || mode == Mode.UNPARKING);
        if (!batch.due().isEmpty()) {
            handler.applyAll(batch.due());
        }
        int applied = batch.due().size();
        long last = start.lastNumber() + applied;
        if (applied > 0 || batch.knownNumber() != start.knownNumber()) {
            rows.advance(key, last, batch.knownNumber());
        }
        Position end = new Position(last, Math.max(batch.knownNumber(), last), start.parked());
        return new Progress(end, applied, batch.repeated());
    }

    /** Puts the key aside, tells the handler and whoever is on watch, all or nothing. */
    void park(StreamKey key, long number, String reason) {
        transactions.run(() -> {
            Position position = rows.lock(key);
            if (position.lastNumber() >= number) {
                return;
            }
            rows.park(key, number, reason);
            if (!position.parked()) {
                handler.parkingChanged(key, true);
                alerts.raise(
                        "KEY_PARKED",
                        key.text(),
                        key.accountId().text(),
                        "consumer=" + handler.consumerName() + " number=" + number + " reason=" + reason);
            }
        });
        metrics.parkedKeys(rows.parkedCount());
    }

    /** Lets the key go on when it stands at {@code number} or beyond; false when it does not. */
    boolean unpark(StreamKey key, long number) {
        boolean done = transactions.call(() -> {
            Position position = rows.lock(key);
            if (position.parked() && position.lastNumber() >= number) {
                rows.unpark(key);
                handler.parkingChanged(key, false);
                return true;
            }
            return !position.parked();
        });
        metrics.parkedKeys(rows.parkedCount());
        return done;
    }
}
