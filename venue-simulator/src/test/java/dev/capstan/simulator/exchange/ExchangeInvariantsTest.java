package dev.capstan.simulator.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.value.Side;
import dev.capstan.simulator.exchange.account.Account;
import dev.capstan.simulator.exchange.account.Balance;
import dev.capstan.simulator.exchange.command.AmendRequest;
import dev.capstan.simulator.exchange.command.Refusal;
import dev.capstan.simulator.exchange.command.RefusedException;
import dev.capstan.simulator.exchange.command.RequestWindow;
import dev.capstan.simulator.exchange.order.CancelRestriction;
import dev.capstan.simulator.exchange.order.ExpiryReason;
import dev.capstan.simulator.exchange.order.ListKey;
import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.order.OrderKey;
import dev.capstan.simulator.exchange.order.OrderList;
import dev.capstan.simulator.exchange.order.OrderStatus;
import dev.capstan.simulator.exchange.order.OrderType;
import dev.capstan.simulator.exchange.order.RejectReason;
import dev.capstan.simulator.exchange.order.Trade;
import dev.capstan.simulator.exchange.placing.OrderLimits;
import dev.capstan.simulator.exchange.report.ExchangeListener;
import dev.capstan.simulator.exchange.report.ExecutionReport;
import dev.capstan.simulator.exchange.report.ExecutionType;
import dev.capstan.simulator.exchange.report.ListReport;
import dev.capstan.simulator.exchange.report.MarketTrade;
import dev.capstan.simulator.exchange.state.ExchangeState;
import dev.capstan.simulator.exchange.state.StateChange;
import dev.capstan.simulator.exchange.state.VenueClock;
import dev.capstan.simulator.market.CandleFixture;
import dev.capstan.simulator.market.Instrument;
import dev.capstan.simulator.market.MarketClock;
import dev.capstan.trading.fill.BarVolume;
import dev.capstan.trading.fixed.Decimal8;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random traders on a random market: money is neither made nor lost, and the journal tells the whole story. */
class ExchangeInvariantsTest {

    private static final String SYMBOL = "BTCUSDT";
    private static final long QUOTE = 10_000_000L * Decimal8.ONE;
    private static final long BASE = 100L * Decimal8.ONE;
    private static final int MINUTES = 60;

    /** The market's start and both accounts. */
    private static final int LINES_TO_OPEN = 3;

    private static final Set<String> SEEN = new HashSet<>();

    private long nowMillis = CandleFixture.START;
    private final List<StateChange> journal = new ArrayList<>();
    private final Map<Long, ExecutionReport> lastReports = new HashMap<>();
    private final Map<Long, ListReport> lastLists = new HashMap<>();

    private final ExchangeListener listener = new ExchangeListener() {
        @Override
        public void executionReport(ExecutionReport report) {
            SEEN.add(report.type() + " " + report.order().type());
            SEEN.add(String.valueOf(report.order().details().expiryReason()));
            SEEN.add(String.valueOf(report.rejected()));
            SEEN.add(report.type() + (report.order().details().trailing() == null ? " plain" : " trailing"));
            ExecutionReport before = lastReports.put(report.order().id(), report);
            if (before == null) {
                assertThat(report.type()).isEqualTo(ExecutionType.NEW);
            } else {
                assertThat(report.id()).isGreaterThan(before.id());
                assertThat(report.order().executed())
                        .isGreaterThanOrEqualTo(before.order().executed());
                assertThat(before.order().status().isOpen()).isTrue();
            }
        }

        @Override
        public void listStatus(ListReport report) {
            ListReport before = lastLists.put(report.list().id(), report);
            assertThat(before == null || !before.list().done()).isTrue();
            assertThat(report.orders())
                    .hasSize(report.list().orderIds().size())
                    .allSatisfy(order -> assertThat(
                                    order.status().isOpen() && report.list().done())
                            .isFalse());
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
            assertThat(trade.price() % CandleFixture.listing().tick()).isZero();
        }

        @Override
        public void candleClosed(String symbol, long index) {
            assertThat(index).isLessThan(MINUTES);
        }
    };

    static IntStream seeds() {
        return IntStream.range(1, 40);
    }

    private Exchange exchange(ExchangeState state, Instrument instrument) {
        InstantSource source = () -> Instant.ofEpochMilli(nowMillis);
        Clock clock = source.withZone(ZoneOffset.UTC);
        MarketClock market = state.clock().orElseGet(() -> MarketClock.begin("test", nowMillis, 1_000));
        return new Exchange(
                state,
                journal::add,
                new VenueClock(clock),
                market,
                List.of(instrument),
                Long.MAX_VALUE,
                new OrderLimits(1_000_000, 1_000_000),
                listener);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void keepsItsBooksInOrderAndFindsThemAgainInTheJournal(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Instrument instrument = new Instrument(CandleFixture.listing(), CandleFixture.random(random, MINUTES));
        ExchangeState state = new ExchangeState();
        Exchange exchange = exchange(state, instrument);
        List<Account> accounts = List.of(open(exchange, "one"), open(exchange, "two"));
        for (int step = 0; step < 400; step++) {
            act(exchange, accounts.get(random.nextInt(2)), random, "c" + random.nextInt(60));
            if (random.nextInt(100) == 0) {
                // Killed: what comes back has read the journal and nothing else.
                state = replayed();
                exchange = exchange(state, instrument);
                accounts = List.of(found(exchange, "one"), found(exchange, "two"));
            }
        }
        checkPrefixes(instrument);
        for (Account account : accounts) {
            checkBooks(exchange, account);
            checkLists(exchange, account);
            assertThat(books(exchange(replayed(), instrument), account.apiKey()))
                    .isEqualTo(books(exchange, account.apiKey()));
        }
    }

    /** Random traders that never did any of this would prove nothing. */
    @AfterAll
    static void everythingHappenedAtLeastOnce() {
        for (OrderType type : OrderType.values()) {
            assertThat(SEEN).contains("TRADE " + type, "EXPIRED " + type);
        }
        assertThat(SEEN).contains("REPLACED plain", "REPLACED trailing", "TRADE trailing");
        assertThat(SEEN)
                .contains(ExpiryReason.OCO_TRIGGER.name(), ExpiryReason.OTO_PHASE_ONE_EXPIRED.name())
                .contains(
                        RejectReason.STOP_PRICE_WOULD_TRIGGER_IMMEDIATELY.name(),
                        RejectReason.WOULD_MATCH_IMMEDIATELY.name());
    }

    /** Killed after any line: what is left of the journal are whole books. */
    private void checkPrefixes(Instrument instrument) {
        List<StateChange> lines = List.copyOf(journal);
        for (int kept = LINES_TO_OPEN; kept < lines.size(); kept += 37) {
            ExchangeState left = new ExchangeState();
            lines.subList(0, kept).forEach(left::apply);
            Exchange exchange = exchange(left, instrument);
            for (String name : List.of("one", "two")) {
                checkBooks(exchange, found(exchange, name));
                checkLists(exchange, found(exchange, name));
            }
        }
        assertThat(journal).as("looking changes nothing").hasSameSizeAs(lines);
    }

    private static Account open(Exchange exchange, String apiKey) {
        return exchange.open(apiKey, "secret", Map.of("USDT", QUOTE, "BTC", BASE));
    }

    private static Account found(Exchange exchange, String apiKey) {
        return exchange.account(apiKey).orElseThrow();
    }

    private ExchangeState replayed() {
        ExchangeState state = new ExchangeState();
        List.copyOf(journal).forEach(state::apply);
        return state;
    }

    private static void cancel(Exchange exchange, Account account, SplittableRandom random, String clientId) {
        String[] legs = {"", "-w", "-a", "-b", "-p"};
        OrderKey key = new OrderKey(SYMBOL, null, clientId + legs[random.nextInt(legs.length)]);
        exchange.trading().cancel(account, key, CancelRestriction.NONE, "x" + clientId, RequestWindow.OPEN);
    }

    /** To whatever quantity: larger ones are refused, and so are those that nothing is left of. */
    private static void amend(Exchange exchange, Account account, SplittableRandom random, String clientId) {
        List<Order> open = exchange.ledger().open(account, SYMBOL);
        if (!open.isEmpty()) {
            Order order = open.get(random.nextInt(open.size()));
            long step = Decimal8.ONE / 100_000;
            long quantity = random.nextLong(1, order.quantity() / step + 1) * step;
            OrderKey key = new OrderKey(SYMBOL, order.id(), null);
            exchange.trading().amend(account, new AmendRequest(key, quantity, "a" + clientId), RequestWindow.OPEN);
        }
    }

    private void act(Exchange exchange, Account account, SplittableRandom random, String clientId) {
        RandomRequests requests = new RandomRequests(random, SYMBOL, 1_850_000, 2_150_000);
        try {
            switch (random.nextInt(11)) {
                case 0, 1 -> exchange.trading().place(account, requests.order(clientId), RequestWindow.OPEN);
                case 2 -> exchange.trading().place(account, requests.list(clientId), RequestWindow.OPEN);
                case 3 -> cancel(exchange, account, random, clientId);
                case 4 ->
                    exchange.hold(SYMBOL, random.nextLong(18_500, 21_500) * Decimal8.ONE, BarVolume.of(Decimal8.ONE));
                case 5 -> exchange.release(SYMBOL);
                case 6 -> amend(exchange, account, random, clientId);
                default -> {
                    nowMillis += random.nextLong(1, 20_000);
                    exchange.play();
                }
            }
        } catch (RefusedException refused) {
            assertThat(refused.refusal())
                    .isIn(
                            Refusal.UNKNOWN_ORDER,
                            Refusal.DUPLICATE_CLIENT_ORDER_ID,
                            Refusal.INSUFFICIENT_BALANCE,
                            Refusal.WOULD_TRIGGER,
                            Refusal.WOULD_MATCH,
                            Refusal.BAD_PAIR_PRICES,
                            Refusal.NO_CHANGE,
                            Refusal.FILTER);
        }
    }

    /** Balances are what the trades make of the opening ones, and the locked part is what the open orders need. */
    private static void checkBooks(Exchange exchange, Account account) {
        long base = BASE;
        long quote = QUOTE;
        Map<Long, Long> filled = new HashMap<>();
        for (Trade trade : exchange.ledger().trades(account, SYMBOL, all -> all)) {
            boolean buy = trade.side() == Side.BUY;
            base += buy ? trade.quantity() - trade.commission() : -trade.quantity();
            quote += buy ? -trade.quote() : trade.quote() - trade.commission();
            filled.merge(trade.orderId(), trade.quantity(), Long::sum);
        }
        List<Order> orders = exchange.ledger().orders(account, SYMBOL, all -> all);
        assertThat(orders)
                .allSatisfy(order -> assertThat(order.executed()).isEqualTo(filled.getOrDefault(order.id(), 0L)));
        long lockedBase = locked(exchange, account, orders, Side.SELL);
        long lockedQuote = locked(exchange, account, orders, Side.BUY);
        assertThat(exchange.ledger().balances(account))
                .containsExactly(
                        new Balance("BTC", base - lockedBase, lockedBase),
                        new Balance("USDT", quote - lockedQuote, lockedQuote));
    }

    /** What the open orders of one side need; of a pair the larger part. */
    private static long locked(Exchange exchange, Account account, List<Order> orders, Side side) {
        Map<Object, Long> needs = new HashMap<>();
        for (Order order : orders) {
            if (order.side() == side) {
                Object group = pairOf(exchange, account, order)
                        .<Object>map(List::copyOf)
                        .orElse(order.id());
                needs.merge(group, order.lockedFunds(), Math::max);
            }
        }
        return needs.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Optional<List<Long>> pairOf(Exchange exchange, Account account, Order order) {
        return exchange.ledger()
                .findList(account, new ListKey(order.details().listId(), null))
                .map(OrderList::pair)
                .filter(pair -> pair.contains(order.id()));
    }

    /** Of a pair only one trades, and what waits trades only after what it waited for. */
    private static void checkLists(Exchange exchange, Account account) {
        for (OrderList list : exchange.ledger().lists(account)) {
            List<Order> orders = exchange.ledger().ordersOf(account, list);
            assertThat(orders.stream().filter(order -> list.pair().contains(order.id()) && order.executed() > 0))
                    .hasSizeLessThanOrEqualTo(1);
            boolean pendingTraded =
                    orders.stream().anyMatch(order -> list.pending().contains(order.id()) && order.executed() > 0);
            assertThat(!pendingTraded || orders.getFirst().status() == OrderStatus.FILLED)
                    .isTrue();
            assertThat(list.done())
                    .isEqualTo(orders.stream().noneMatch(order -> order.status().isOpen()));
        }
    }

    private static List<Object> books(Exchange exchange, String apiKey) {
        Account account = found(exchange, apiKey);
        return List.of(
                exchange.ledger().orders(account, SYMBOL, all -> all),
                exchange.ledger().trades(account, SYMBOL, all -> all),
                exchange.ledger().balances(account),
                exchange.ledger().open(account, null),
                exchange.ledger().lists(account));
    }
}
