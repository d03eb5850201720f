package dev.capstan.risk.reservation.adapter.postgres;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.risk.ReservationRequest;
import dev.capstan.kit.consumer.StreamPositions;
import dev.capstan.kit.jdbc.RoundTrip;
import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.risk.exposure.application.ExposureConsumer;
import dev.capstan.risk.exposure.application.ExposureReads;
import dev.capstan.risk.exposure.domain.BookedOrder;
import dev.capstan.risk.exposure.domain.InstrumentBook;
import dev.capstan.risk.exposure.domain.InstrumentPosition;
import dev.capstan.risk.limit.Limits;
import dev.capstan.risk.reservation.application.Gathered;
import dev.capstan.risk.reservation.application.Gathering;
import dev.capstan.trading.risk.AccountLimits;
import dev.capstan.trading.risk.InstrumentLimits;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Reads in one round trip: whoever asks about the same account waits meanwhile.
 *
 * <p>The account's lock goes first and the instrument's second, as everywhere. Each read behind them is a statement of its own, begins
 * after they were granted, and so sees every reservation and event committed before.
 */
public final class JdbcGathering implements Gathering {

    private final JdbcOperations jdbc;
    private final Transactions transactions;
    private final Limits limits;
    private final ExposureReads books;
    private final StreamPositions streams;

    public JdbcGathering(
            JdbcOperations jdbc,
            Transactions transactions,
            Limits limits,
            ExposureReads books,
            StreamPositions streams) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.limits = limits;
        this.books = books;
        this.streams = streams;
    }

    @Override
    public <T> T inTransaction(ReservationRequest request, Function<Gathered, T> work) {
        Supplier<Optional<T>> attempt =
                () -> transactions.call(() -> read(request).map(work));
        return attempt.get().orElseGet(() -> {
            // Rows to lock are made in a transaction of their own: made in this one, they would be locked out of order.
            transactions.run(() -> open(request));
            return attempt.get().orElseThrow();
        });
    }

    private void open(ReservationRequest request) {
        limits.open(request.accountId());
        books.open(key(request));
    }

    /** Empty when a row that is to be locked is not there yet. */
    private Optional<Gathered> read(ReservationRequest request) {
        AccountId accountId = request.accountId();
        StreamKey key = key(request);
        RoundTrip trip = new RoundTrip(jdbc);
        Supplier<Optional<AccountLimits>> accountLimits = limits.lockAccount(accountId, trip);
        Supplier<Optional<InstrumentPosition>> position = books.lock(key, trip);
        Supplier<Optional<BookedOrder>> answered = books.findAnswered(accountId, request.clientOrderId(), trip);
        Supplier<Optional<BookedOrder>> order = books.find(request.orderId(), trip);
        Supplier<InstrumentLimits> instrumentLimits = limits.of(key, trip);
        BooleanSupplier behind = streams.isBehind(ExposureConsumer.NAME, key, trip);
        Supplier<List<InstrumentBook>> account = books.account(accountId, trip);
        trip.send();
        return accountLimits
                .get()
                .flatMap(limit -> position.get()
                        .map(locked -> new Gathered(
                                limit,
                                instrumentLimits.get(),
                                answered.get(),
                                order.get(),
                                locked,
                                behind.getAsBoolean(),
                                account.get())));
    }

    private static StreamKey key(ReservationRequest request) {
        return new StreamKey(request.accountId(), request.instrumentId());
    }
}
