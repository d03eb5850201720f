package dev.capstan.simulator.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.contracts.value.Side;
import dev.capstan.contracts.value.TimeInForce;
import dev.capstan.simulator.exchange.account.Account;
import dev.capstan.simulator.exchange.command.Placed;
import dev.capstan.simulator.exchange.command.RefusedException;
import dev.capstan.simulator.exchange.command.RequestWindow;
import dev.capstan.simulator.exchange.order.OrderRequest;
import dev.capstan.simulator.exchange.order.OrderStatus;
import dev.capstan.simulator.exchange.order.OrderType;
import dev.capstan.simulator.exchange.order.Trade;
import dev.capstan.simulator.exchange.order.Trailing;
import dev.capstan.simulator.exchange.report.ExecutionType;
import dev.capstan.simulator.exchange.report.MarketTrade;
import dev.capstan.simulator.market.Candle;
import dev.capstan.trading.fixed.Decimal8;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How orders meet each other and the flow in a generated market. */
class GeneratedMarketTest {

    private static final long TICK = GeneratedExchange.CENT;
    private static final long TENTH = Decimal8.ONE / 10;

    private final GeneratedExchange venue = new GeneratedExchange(11);
    private Account alice;
    private Account bob;
    private Account carol;

    @BeforeEach
    void open() {
        alice = venue.open("alice");
        bob = venue.open("bob");
        carol = venue.open("carol");
        venue.play(20_500);
    }

    private static long bought(Placed placed) {
        return placed.fills().stream().mapToLong(Trade::quantity).sum();
    }

    @Test
    void aMarketOrderWalksTheBookFromTheBestPriceOn() {
        long best = venue.bestAsk();
        long there = venue.depth().bestAsk().orElseThrow().getValue();
        Placed placed = venue.market(alice, "walk", Side.BUY, there + TENTH);
        assertThat(placed.order().status()).isEqualTo(OrderStatus.FILLED);
        assertThat(placed.fills().getFirst().price()).isEqualTo(best);
        assertThat(placed.fills().getLast().price()).isGreaterThan(best);
        assertThat(placed.fills()).isSortedAccordingTo((one, other) -> Long.compare(one.price(), other.price()));
        assertThat(venue.bestAsk()).isGreaterThan(best);
        assertThat(venue.price()).isEqualTo(placed.fills().getLast().price());
    }

    @Test
    void atOnePriceWhoCameFirstIsServedFirst() {
        long price = venue.bestBid() + TICK;
        venue.limit(alice, "first", Side.BUY, price, TENTH);
        venue.limit(bob, "second", Side.BUY, price, TENTH);
        venue.limit(alice, "better", Side.BUY, price + TICK, TENTH);
        Placed sold = venue.market(carol, "sale", Side.SELL, 2 * TENTH + TENTH / 2);
        assertThat(venue.order(alice, "better").status()).isEqualTo(OrderStatus.FILLED);
        assertThat(venue.order(alice, "first").status()).isEqualTo(OrderStatus.FILLED);
        assertThat(venue.order(bob, "second").executed()).isEqualTo(TENTH / 2);
        assertThat(sold.fills()).hasSize(3).noneMatch(Trade::maker);
    }

    @Test
    void timePriorityOutlivesARestart() {
        long price = venue.bestBid() + TICK;
        venue.limit(alice, "first", Side.BUY, price, TENTH);
        venue.limit(bob, "second", Side.BUY, price, TENTH);
        venue.restart();
        venue.market(venue.account("carol"), "sale", Side.SELL, TENTH);
        assertThat(venue.order(venue.account("alice"), "first").status()).isEqualTo(OrderStatus.FILLED);
        assertThat(venue.order(venue.account("bob"), "second").executed()).isZero();
    }

    @Test
    void whoJoinsTheFlowAtItsPriceWaitsBehindIt() {
        venue.play(1);
        long price = venue.bestBid();
        long there = venue.depth().bestBid().orElseThrow().getValue();
        venue.limit(alice, "behind", Side.BUY, price, TENTH);
        venue.market(carol, "sale", Side.SELL, there);
        assertThat(venue.order(alice, "behind").executed()).isZero();
        venue.market(carol, "next", Side.SELL, TENTH);
        assertThat(venue.order(alice, "behind").status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void theFlowFillsWhoRestsAsAMaker() {
        venue.limit(alice, "rests", Side.BUY, venue.bestBid() + TICK, TENTH);
        assertThat(venue.order(alice, "rests").executed()).isZero();
        venue.play(30_000);
        assertThat(venue.order(alice, "rests").status()).isEqualTo(OrderStatus.FILLED);
        assertThat(venue.exchange().ledger().trades(alice, GeneratedExchange.SYMBOL, all -> all))
                .allMatch(Trade::maker);
    }

    @Test
    void twoAccountsShareOneTrade() {
        long price = venue.bestBid() + TICK;
        venue.limit(alice, "buys", Side.BUY, price, TENTH);
        Trade sale = venue.market(carol, "sells", Side.SELL, TENTH).fills().getFirst();
        Trade purchase = venue.exchange()
                .ledger()
                .trades(alice, GeneratedExchange.SYMBOL, all -> all)
                .getFirst();
        assertThat(purchase.id()).isEqualTo(sale.id());
        assertThat(purchase.maker()).isTrue();
        assertThat(sale.maker()).isFalse();
        assertThat(venue.tape().stream().filter(print -> print.id() == sale.id()))
                .singleElement()
                .matches(MarketTrade::buyerIsMaker);
        assertThat(purchase.commission()).isEqualTo(TENTH / 1_000);
        assertThat(sale.commission()).isEqualTo(Math.ceilDiv(sale.quote(), 1_000));
    }

    @Test
    void anOwnOrderInTheWayEnds() {
        long price = venue.bestBid() + TICK;
        venue.limit(alice, "mine", Side.BUY, price, TENTH);
        Placed sold = venue.market(alice, "sale", Side.SELL, TENTH);
        assertThat(venue.order(alice, "mine").status()).isEqualTo(OrderStatus.EXPIRED_IN_MATCH);
        assertThat(venue.order(alice, "mine").executed()).isZero();
        assertThat(sold.order().status()).isEqualTo(OrderStatus.FILLED);
        assertThat(venue.reports()).anyMatch(report -> report.type() == ExecutionType.TRADE_PREVENTION);
    }

    @Test
    void whatATakerDoesNotGetExpiresRestsOrIsNotTakenAtAll() {
        long ask = venue.bestAsk();
        long there = venue.depth().bestAsk().orElseThrow().getValue();
        Placed kill = venue.place(alice, "fok", Side.BUY, OrderType.LIMIT, TimeInForce.FOK, ask, there + TENTH, 0);
        assertThat(kill.order().status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(kill.fills()).isEmpty();
        Placed part = venue.place(alice, "ioc", Side.BUY, OrderType.LIMIT, TimeInForce.IOC, ask, there / 2 + TENTH, 0);
        assertThat(bought(part)).isEqualTo(there / 2 + TENTH);
        Placed rest = venue.limit(alice, "gtc", Side.BUY, ask, there);
        assertThat(rest.order().status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(venue.bestBid()).isEqualTo(ask);
        assertThat(venue.bestAsk()).isGreaterThan(ask);
    }

    @Test
    void fillOrKillTakesWhatIsWholeThere() {
        Placed placed = venue.place(
                alice, "fok", Side.BUY, OrderType.LIMIT, TimeInForce.FOK, venue.bestAsk() + 100 * TICK, TENTH, 0);
        assertThat(placed.order().status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void whoMayOnlyRestIsRefusedWhereHeWouldTake() {
        long ask = venue.bestAsk();
        assertThatThrownBy(() ->
                        venue.place(alice, "post", Side.BUY, OrderType.LIMIT_MAKER, TimeInForce.GTC, ask, TENTH, 0))
                .isInstanceOf(RefusedException.class);
        Placed placed =
                venue.place(alice, "post", Side.BUY, OrderType.LIMIT_MAKER, TimeInForce.GTC, ask - TICK, TENTH, 0);
        assertThat(placed.order().status()).isEqualTo(OrderStatus.NEW);
    }

    @Test
    void aTradeOfAnybodySetsOffWhoeverWaitsForItsPrice() {
        long stop = venue.bestAsk() + 50 * TICK;
        venue.place(bob, "stop", Side.BUY, OrderType.STOP_LOSS, TimeInForce.GTC, 0, TENTH, stop);
        assertThat(venue.order(bob, "stop").works()).isFalse();
        venue.limit(alice, "wall", Side.SELL, venue.bestAsk() + 60 * TICK, 10 * TENTH);
        // Everything up to the wall, and a little of that.
        venue.market(carol, "sweep", Side.BUY, asksBelow("wall") + TENTH);
        assertThat(venue.order(bob, "stop").status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void aTrailingStopFollowsTheTradesUpAndGoesOffOnTheWayDown() {
        OrderRequest request = new OrderRequest(
                GeneratedExchange.SYMBOL,
                "trails",
                Side.SELL,
                OrderType.STOP_LOSS,
                TimeInForce.GTC,
                0,
                TENTH,
                0,
                0,
                0,
                0,
                0,
                Trailing.by(10));
        venue.exchange().trading().place(bob, request, RequestWindow.OPEN);
        long begun = stopOf("trails");
        venue.limit(alice, "wall above", Side.SELL, venue.bestAsk() + 600 * TICK, 10 * TENTH);
        venue.market(carol, "up", Side.BUY, asksBelow("wall above") + TENTH);
        long top = venue.price();
        assertThat(stopOf("trails")).isGreaterThan(begun).isCloseTo(top - top / 1_000, Offset.offset(TICK));

        long deep = stopOf("trails") - 10 * TICK;
        venue.limit(alice, "wall below", Side.BUY, deep, 10 * TENTH);
        long bids = venue.depth().bids().headMap(deep, false).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        venue.market(carol, "down", Side.SELL, bids + TENTH);
        assertThat(venue.order(bob, "trails").status()).isEqualTo(OrderStatus.FILLED);
        assertThat(venue.order(alice, "wall below").executed()).isEqualTo(2 * TENTH);
    }

    private long stopOf(String id) {
        return venue.order(bob, id).trigger().orElseThrow().price();
    }

    private long asksBelow(String id) {
        return venue.depth().asks().headMap(venue.order(alice, id).price(), false).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Test
    void aWorthInTheQuoteAssetBuysNoMoreThanThat() {
        OrderRequest worth = new OrderRequest(
                GeneratedExchange.SYMBOL,
                "worth",
                Side.BUY,
                OrderType.MARKET,
                TimeInForce.GTC,
                0,
                0,
                5_000_000 * Decimal8.ONE,
                0,
                0,
                0,
                0,
                null);
        Placed placed = venue.exchange().trading().place(alice, worth, RequestWindow.OPEN);
        long paid = placed.fills().stream().mapToLong(Trade::quote).sum();
        assertThat(placed.order().status()).isEqualTo(OrderStatus.FILLED);
        assertThat(placed.fills()).hasSizeGreaterThan(1);
        assertThat(paid).isLessThanOrEqualTo(5_000_000 * Decimal8.ONE).isGreaterThan(4_999_000 * Decimal8.ONE);
    }

    @Test
    void whatWouldCostMoreThanThereIsIsRefused() {
        Account poor = venue.exchange().open("poor", "secret", java.util.Map.of("USDT", 1_000 * Decimal8.ONE));
        assertThatThrownBy(() -> venue.market(poor, "rich", Side.BUY, TENTH)).isInstanceOf(RefusedException.class);
    }

    @Test
    void halfOfAnOrderLeavesABookItDoesNotCross() {
        long limit = venue.bestAsk() + 10 * TICK;
        OrderRequest request = new OrderRequest(
                GeneratedExchange.SYMBOL,
                "half",
                Side.BUY,
                OrderType.LIMIT,
                TimeInForce.GTC,
                limit,
                2 * TENTH,
                0,
                0,
                0,
                0,
                0,
                null);
        Placed placed = venue.exchange().trading().placeHalf(alice, request, RequestWindow.OPEN);
        assertThat(bought(placed)).isEqualTo(TENTH);
        assertThat(venue.bestBid()).isEqualTo(limit);
        venue.isNotCrossed();
    }

    @Test
    void aHeldPriceIsMetAsWhereCandlesPlayAndTheBookComesBackAfterwards() {
        long aside = venue.price() / 2;
        venue.hold(aside);
        Placed placed = venue.market(alice, "held", Side.BUY, TENTH);
        assertThat(placed.fills()).singleElement().matches(fill -> fill.price() == aside);
        venue.play(30_000);
        assertThat(venue.price()).isEqualTo(aside);
        venue.release();
        assertThat(venue.price()).isGreaterThan(aside + aside / 2);
        venue.isNotCrossed();
        venue.play(60_000);
        Candle told = venue.closed().values().iterator().next();
        assertThat(told.bar().low()).as("a price held by hand is in no candle").isGreaterThan(aside);
    }

    /** Two hundred buyers a second for ten seconds, all on one side. */
    @Test
    void theFlowComesBackFasterThanABenchmarkTakes() {
        long start = venue.price();
        for (int tenth = 0; tenth < 100; tenth++) {
            for (int order = 0; order < 20; order++) {
                Placed placed = venue.market(alice, "b" + tenth + "-" + order, Side.BUY, Decimal8.ONE / 100);
                assertThat(placed.order().status()).isEqualTo(OrderStatus.FILLED);
            }
            venue.play(100);
        }
        assertThat(Math.abs(venue.price() - start)).isLessThan(start / 500);
    }

    @Test
    void theRunningCandleIsWhatWasPrinted() {
        int before = venue.tape().size();
        venue.play(39_500);
        List<MarketTrade> minute = venue.tape().subList(before, venue.tape().size());
        assertThat(minute).isNotEmpty();
        venue.market(alice, "mine", Side.BUY, TENTH);
        long last = venue.tape().getLast().price();
        venue.play(60_000);
        assertThat(venue.closed()).containsKey(1_001L);
        assertThat(venue.replayed().candles(GeneratedExchange.SYMBOL)).containsOnlyKeys(1_001L);
        assertThat(venue.candle(1_001).bar().high()).isGreaterThanOrEqualTo(last);
    }

    /** Killed in the middle of a minute: what the account traded in it is in its candle nevertheless. */
    @Test
    void theTradesOfAnAccountAreInTheirCandleAcrossARestart() {
        Placed placed = venue.market(alice, "mine", Side.BUY, 10 * Decimal8.ONE);
        venue.restart();
        venue.play(60_000);
        Candle kept = venue.replayed().candles(GeneratedExchange.SYMBOL).get(1_000L);
        assertThat(kept).isNotNull();
        assertThat(kept.bar().high())
                .isGreaterThanOrEqualTo(placed.fills().getLast().price());
        assertThat(kept.bar().volume()).isGreaterThan(10 * Decimal8.ONE);
    }

    @Test
    void theSameSeedTradesTheSame() {
        GeneratedExchange again = new GeneratedExchange(11);
        GeneratedExchange other = new GeneratedExchange(12);
        again.play(20_500);
        other.play(20_500);
        assertThat(bare(again)).isEqualTo(bare(venue)).isNotEqualTo(bare(other));
    }

    private static List<List<Long>> bare(GeneratedExchange venue) {
        return venue.tape().stream()
                .map(print -> List.of(print.price(), print.quantity()))
                .toList();
    }
}
