package dev.capstan.simulator.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.value.Side;
import dev.capstan.contracts.value.TimeInForce;
import dev.capstan.simulator.exchange.account.Account;
import dev.capstan.simulator.exchange.account.Balance;
import dev.capstan.simulator.exchange.book.Depth;
import dev.capstan.simulator.exchange.book.MarketView;
import dev.capstan.simulator.exchange.command.Placed;
import dev.capstan.simulator.exchange.command.RequestWindow;
import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.order.OrderKey;
import dev.capstan.simulator.exchange.order.OrderRequest;
import dev.capstan.simulator.exchange.order.OrderType;
import dev.capstan.simulator.exchange.placing.OrderLimits;
import dev.capstan.simulator.exchange.report.ExchangeListener;
import dev.capstan.simulator.exchange.report.ExecutionReport;
import dev.capstan.simulator.exchange.report.ListReport;
import dev.capstan.simulator.exchange.report.MarketTrade;
import dev.capstan.simulator.exchange.state.ExchangeState;
import dev.capstan.simulator.exchange.state.StateChange;
import dev.capstan.simulator.exchange.state.VenueClock;
import dev.capstan.simulator.flow.GeneratedInstruments;
import dev.capstan.simulator.market.Candle;
import dev.capstan.simulator.market.CandleFixture;
import dev.capstan.simulator.market.Instrument;
import dev.capstan.simulator.market.MarketClock;
import dev.capstan.trading.fill.BarVolume;
import dev.capstan.trading.fixed.Decimal8;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An exchange with a generated market in bitcoin, whose time a test moves by hand and whose journal it holds. */
final class GeneratedExchange {

    static final String SYMBOL = "BTCUSDT";
    static final long CENT = Decimal8.ONE / 100;
    static final long QUOTE = 100_000_000L * Decimal8.ONE;
    static final long BASE = 1_000L * Decimal8.ONE;

    private static final int BEATS = 240;

    private final long seed;
    private final List<StateChange> journal = new ArrayList<>();
    private final List<MarketTrade> tape = new ArrayList<>();
    private final List<ExecutionReport> reports = new ArrayList<>();
    private final Map<Long, Candle> closed = new HashMap<>();
    private Instrument instrument;
    private Exchange exchange;
    private boolean held;
    private long nowMillis = CandleFixture.START;

    GeneratedExchange(long seed) {
        this.seed = seed;
        this.instrument = instrument();
        this.exchange = start(new ExchangeState());
    }

    private Instrument instrument() {
        return GeneratedInstruments.of(seed, CandleFixture.START, BEATS).getFirst();
    }

    private Exchange start(ExchangeState state) {
        InstantSource source = () -> Instant.ofEpochMilli(nowMillis);
        MarketClock market = state.clock()
                .orElseGet(() -> MarketClock.begin("test", nowMillis, 1_000).withFlow(BEATS));
        return new Exchange(
                state,
                journal::add,
                new VenueClock(source.withZone(ZoneOffset.UTC)),
                market,
                List.of(instrument),
                Long.MAX_VALUE,
                new OrderLimits(1_000_000, 1_000_000),
                new Heard());
    }

    /** What the journal says, read anew. */
    ExchangeState replayed() {
        ExchangeState state = new ExchangeState();
        List.copyOf(journal).forEach(state::apply);
        return state;
    }

    /** Killed, and back with the journal and nothing else; what played meanwhile happens before anybody can ask. */
    void restart() {
        instrument = instrument();
        exchange = start(replayed());
        exchange.play();
    }

    Exchange exchange() {
        return exchange;
    }

    List<MarketTrade> tape() {
        return tape;
    }

    List<ExecutionReport> reports() {
        return reports;
    }

    /** The candles that were told to be over, as they were then. */
    Map<Long, Candle> closed() {
        return closed;
    }

    Candle candle(long index) {
        return instrument.series().at(index);
    }

    void play(long millis) {
        nowMillis += millis;
        exchange.play();
    }

    void hold(long price) {
        held = true;
        exchange.hold(SYMBOL, price, BarVolume.unlimited());
    }

    void release() {
        held = false;
        exchange.release(SYMBOL);
    }

    Account open(String apiKey) {
        return exchange.open(apiKey, "secret", Map.of("USDT", QUOTE, "BTC", BASE));
    }

    Account account(String apiKey) {
        return exchange.account(apiKey).orElseThrow();
    }

    long price() {
        return exchange.market(SYMBOL).map(MarketView::price).orElseThrow();
    }

    Depth depth() {
        return exchange.depth(SYMBOL).orElseThrow();
    }

    long bestBid() {
        return depth().bestBid().orElseThrow().getKey();
    }

    long bestAsk() {
        return depth().bestAsk().orElseThrow().getKey();
    }

    /** Unless a price is held: then orders meet that and not each other. */
    void isNotCrossed() {
        Depth depth = depth();
        if (!held && depth.bestBid().isPresent() && depth.bestAsk().isPresent()) {
            assertThat(depth.bestBid().get().getKey())
                    .isLessThan(depth.bestAsk().get().getKey());
        }
    }

    Placed limit(Account account, String id, Side side, long price, long quantity) {
        return place(account, id, side, OrderType.LIMIT, TimeInForce.GTC, price, quantity, 0);
    }

    Placed market(Account account, String id, Side side, long quantity) {
        return place(account, id, side, OrderType.MARKET, TimeInForce.GTC, 0, quantity, 0);
    }

    Placed place(
            Account account,
            String id,
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            long price,
            long quantity,
            long stop) {
        OrderRequest request =
                new OrderRequest(SYMBOL, id, side, type, timeInForce, price, quantity, 0, stop, 0, 0, 0, null);
        return exchange.trading().place(account, request, RequestWindow.OPEN);
    }

    Order order(Account account, String id) {
        return exchange.ledger().find(account, new OrderKey(SYMBOL, null, id)).orElseThrow();
    }

    private final class Heard implements ExchangeListener {

        @Override
        public void executionReport(ExecutionReport report) {
            reports.add(report);
        }

        @Override
        public void listStatus(ListReport report) {
            assertThat(report.orders()).hasSize(report.list().orderIds().size());
        }

        @Override
        public void balancesChanged(long uid, List<Balance> balances, long at) {
            assertThat(balances).allSatisfy(balance -> {
                assertThat(balance.free()).isNotNegative();
                assertThat(balance.locked()).isNotNegative();
            });
        }

        @Override
        public void transferred(long uid, String asset, long amount, long at) {
            throw new AssertionError("nobody transfers anything here");
        }

        @Override
        public void marketTrade(MarketTrade trade) {
            assertThat(tape.isEmpty() || tape.getLast().id() < trade.id()).isTrue();
            tape.add(trade);
        }

        @Override
        public void candleClosed(String symbol, long index) {
            // After a kill a minute in which nothing was kept is played, and told, once more.
            Candle told = closed.putIfAbsent(index, candle(index));
            assertThat(told == null || told.equals(candle(index)))
                    .as("a candle once told stays")
                    .isTrue();
        }
    }
}
