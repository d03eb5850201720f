package dev.capstan.execution.venue.adapter.binance.websocket;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.execution.venue.adapter.binance.protocol.Fields;
import dev.capstan.execution.venue.adapter.binance.protocol.MalformedReplyException;
import dev.capstan.execution.venue.domain.ReportGaps;
import dev.capstan.execution.venue.domain.StreamedReports;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the frames of one account to the intake, in order, on one thread. The queue is bounded, and what does not fit, cannot be read or
 * could not be stored is not retried here: it is a gap, and reconciliation brings what it held.
 */
final class ReportDelivery implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReportDelivery.class);
    static final int CAPACITY = 10_000;

    private final AccountId accountId;
    private final ExecutionReports executionReports;
    private final StreamedReports intake;
    private final BalanceBook balances;
    private final ReportGaps gaps;
    private final Endings endings;
    private final LongAdder delivered;
    private final AtomicLong undelivered = new AtomicLong();
    private final BlockingQueue<String> frames;
    private final Thread thread;

    /**
     * Starts to deliver.
     *
     * @param endings told when the venue says that this subscription or connection ends
     * @param delivered counts what was stored, or became a gap
     */
    ReportDelivery(
            AccountId accountId,
            ExecutionReports executionReports,
            StreamedReports intake,
            BalanceBook balances,
            ReportGaps gaps,
            Endings endings,
            LongAdder delivered,
            int capacity) {
        this.accountId = accountId;
        this.executionReports = executionReports;
        this.intake = intake;
        this.balances = balances;
        this.gaps = gaps;
        this.endings = endings;
        this.delivered = delivered;
        this.frames = new ArrayBlockingQueue<>(capacity);
        this.thread = Thread.ofVirtual().name("reports-" + accountId).start(this::deliverAll);
    }

    /** Never waits. */
    void offer(String frame) {
        undelivered.incrementAndGet();
        if (!frames.offer(frame)) {
            undelivered.decrementAndGet();
            gaps.reportsMayBeMissing(accountId, "reports came faster than they could be stored");
        }
    }

    /** Frames that were heard and are neither stored nor known to be a gap. */
    long undelivered() {
        return undelivered.get();
    }

    private void deliverAll() {
        try {
            while (true) {
                deliver(frames.take());
                delivered.increment();
                undelivered.decrementAndGet();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(String frame) {
        try {
            Fields message = Fields.ofObject(frame);
            if (message.has("event")) {
                dispatch(message.object("event"));
            } else if (message.has("e")) {
                dispatch(message);
            }
        } catch (MalformedReplyException | IllegalArgumentException e) {
            LOG.warn("Unreadable event of account {}: {}", accountId, e.getMessage());
            gaps.reportsMayBeMissing(accountId, "an event could not be read");
        } catch (RuntimeException e) {
            LOG.warn("An event of account {} could not be stored", accountId, e);
            gaps.reportsMayBeMissing(accountId, "an event could not be stored");
        }
    }

    private void dispatch(Fields event) {
        switch (event.text("e")) {
            case "executionReport" -> intake.acceptStreamed(executionReports.parse(event));
            case "outboundAccountPosition" -> balances.change(AccountPositions.parse(event), event.instant("u"));
            case "balanceUpdate", "externalLockUpdate" -> balances.forget();
            case "eventStreamTerminated" -> endings.subscriptionEnded();
            case "serverShutdown" -> endings.connectionWillEnd();
            default -> LOG.debug("Ignoring a {} event of account {}", event.text("e"), accountId);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    /** What the venue says about the stream itself. */
    interface Endings {

        /** No event comes any more. */
        void subscriptionEnded();

        /** Events still come; another connection should take over. */
        void connectionWillEnd();
    }
}
