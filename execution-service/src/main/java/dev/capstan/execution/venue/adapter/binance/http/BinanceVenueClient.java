package dev.capstan.execution.venue.adapter.binance.http;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.VenueOrderId;
import dev.capstan.contracts.order.FactSource;
import dev.capstan.execution.venue.adapter.binance.http.Reply.VenueError;
import dev.capstan.execution.venue.adapter.binance.protocol.Credential;
import dev.capstan.execution.venue.adapter.binance.protocol.Fields;
import dev.capstan.execution.venue.adapter.binance.protocol.MalformedReplyException;
import dev.capstan.execution.venue.adapter.binance.protocol.Parameters;
import dev.capstan.execution.venue.adapter.binance.protocol.Vocabulary;
import dev.capstan.execution.venue.domain.CancelAnswer;
import dev.capstan.execution.venue.domain.QueryAnswer;
import dev.capstan.execution.venue.domain.SubmitAnswer;
import dev.capstan.execution.venue.domain.VenueBalance;
import dev.capstan.execution.venue.domain.VenueClient;
import dev.capstan.execution.venue.domain.VenueClock;
import dev.capstan.execution.venue.domain.VenueFill;
import dev.capstan.execution.venue.domain.VenueReport;
import dev.capstan.execution.venue.domain.VenueSubmission;
import dev.capstan.execution.venue.domain.VenueUnavailableException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** One account at Binance Spot. */
public final class BinanceVenueClient implements VenueClient {

    private static final int NO_SUCH_ORDER = -2013;

    private final AccountId accountId;
    private final BinanceEnvironment environment;
    private final SignedReads reads;
    private final Submits submits;
    private final Cancels cancels;
    private final Listings orders;
    private final Listings trades;
    private final Listings tradesOfOrder;

    public BinanceVenueClient(AccountId accountId, BinanceEnvironment environment, Credential credential) {
        this.accountId = accountId;
        this.environment = environment;
        this.reads = new SignedReads(environment, credential);
        this.submits = new Submits(accountId, environment, credential);
        this.cancels = new Cancels(accountId, environment, credential);
        this.orders = new Listings(reads, Read.ORDERS, "orderId", "orderId");
        this.trades = new Listings(reads, Read.FILLS, "id", "fromId");
        this.tradesOfOrder = new Listings(reads, Read.FILLS_OF_ORDER, "id", "fromId");
    }

    @Override
    public SubmitAnswer submit(VenueSubmission submission) {
        return submits.submit(submission);
    }

    @Override
    public CancelAnswer cancel(InstrumentId instrumentId, ClientOrderId clientOrderId) {
        return cancels.cancel(instrumentId, clientOrderId);
    }

    @Override
    public QueryAnswer query(InstrumentId instrumentId, ClientOrderId clientOrderId) {
        return query(() -> symbol(instrumentId).with("origClientOrderId", clientOrderId.text()));
    }

    @Override
    public QueryAnswer query(InstrumentId instrumentId, VenueOrderId venueOrderId) {
        return query(() -> symbol(instrumentId).with("orderId", venueOrderId.text()));
    }

    private QueryAnswer query(Supplier<Parameters> parameters) {
        try {
            Reply reply = reads.reply(Read.ORDER, parameters);
            return reply.ok() ? found(reply) : notFound(reply.error());
        } catch (VenueUnavailableException | MalformedReplyException e) {
            return new QueryAnswer.Unanswered(String.valueOf(e.getMessage()));
        }
    }

    private QueryAnswer found(Reply reply) {
        return new QueryAnswer.Found(report(Fields.ofObject(reply.body()), FactSource.QUERY));
    }

    private static QueryAnswer notFound(VenueError error) {
        return error.code() == NO_SUCH_ORDER
                ? new QueryAnswer.NotFound()
                : new QueryAnswer.Unanswered(error.describe());
    }

    @Override
    public List<VenueReport> openOrders() {
        return whole(() -> Fields.ofArray(reads.body(Read.OPEN_ORDERS, Parameters::new)).stream()
                .filter(order -> Vocabulary.isSpellable(order.text("symbol")))
                .map(order -> report(order, FactSource.RECONCILIATION))
                .toList());
    }

    @Override
    public List<VenueReport> ordersSince(InstrumentId instrumentId, Instant since) {
        return whole(() -> orders.since(instrumentId, since, environment.nowForReads()).stream()
                .map(order -> report(order, FactSource.RECONCILIATION))
                .filter(report -> !report.placedAt().isBefore(since))
                .sorted(Comparator.comparing(VenueReport::placedAt))
                .toList());
    }

    @Override
    public List<VenueFill> fillsSince(InstrumentId instrumentId, Instant since) {
        return whole(() -> trades.since(instrumentId, since, environment.nowForReads()).stream()
                .map(OrderReplies::trade)
                .filter(fill -> !fill.occurredAt().isBefore(since))
                .sorted(Comparator.comparingLong(VenueFill::tradeOrder))
                .toList());
    }

    @Override
    public List<VenueFill> fillsOf(InstrumentId instrumentId, VenueOrderId venueOrderId) {
        return whole(() -> tradesOfOrder.all(symbol(instrumentId).with("orderId", venueOrderId.text())).stream()
                .map(OrderReplies::trade)
                .sorted(Comparator.comparingLong(VenueFill::tradeOrder))
                .toList());
    }

    @Override
    public List<VenueBalance> balances() {
        return whole(() -> Fields.ofObject(reads.body(Read.ACCOUNT, Parameters::new)).list("balances").stream()
                .filter(row -> Vocabulary.isSpellable(row.text("asset")))
                .map(row -> new VenueBalance(row.value("asset", Asset::parse), row.money("free"), row.money("locked")))
                .toList());
    }

    @Override
    public VenueClock clock() {
        return environment.clock();
    }

    private VenueReport report(Fields order, FactSource source) {
        return OrderReplies.parse(order, accountId, source);
    }

    private static Parameters symbol(InstrumentId instrumentId) {
        return new Parameters().with("symbol", instrumentId.symbol());
    }

    /** A listing with one unreadable row is no listing: the caller would take the row for absent. */
    private static <T> List<T> whole(Supplier<List<T>> listing) {
        try {
            return listing.get();
        } catch (MalformedReplyException e) {
            throw new VenueUnavailableException("unreadable answer: " + e.getMessage(), e);
        }
    }
}
