package dev.capstan.simulator.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.value.Side;
import dev.capstan.simulator.exchange.account.Account;
import dev.capstan.simulator.exchange.account.Balance;
import dev.capstan.simulator.exchange.command.Refusal;
import dev.capstan.simulator.exchange.command.RefusedException;
import dev.capstan.simulator.exchange.command.RequestWindow;
import dev.capstan.simulator.exchange.order.CancelRestriction;
import dev.capstan.simulator.exchange.order.ListKey;
import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.order.OrderKey;
import dev.capstan.simulator.exchange.order.OrderList;
import dev.capstan.simulator.exchange.order.OrderType;
import dev.capstan.simulator.exchange.order.Trade;
import dev.capstan.simulator.exchange.report.ExecutionReport;
import dev.capstan.simulator.exchange.report.MarketTrade;
import dev.capstan.simulator.exchange.state.ExchangeState;
import dev.capstan.simulator.market.Candle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random traders in a generated market: whatever they do, the book is in order, money is neither made nor lost, and the past stays. */
class GeneratedInvariantsTest {

    private static final Set<String> SEEN = new HashSet<>();
    private static final List<String> NAMES = List.of("one", "two", "three");

    static IntStream seeds() {
        return IntStream.range(1, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void bookMoneyAndPastAreInOrderAtEveryStep(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        GeneratedExchange venue = new GeneratedExchange(seed);
        NAMES.forEach(venue::open);
        for (int step = 0; step < 300; step++) {
            act(venue, venue.account(NAMES.get(random.nextInt(3))), random, "c" + random.nextInt(80));
            venue.isNotCrossed();
            if (random.nextInt(60) == 0) {
                checkAccounts(venue);
                venue.restart();
                venue.isNotCrossed();
            }
        }
        checkAccounts(venue);
        checkTape(venue);
        checkJournal(venue);
        checkPast(venue);
        remember(venue);
    }

    /** Random traders that never did any of this would prove nothing. */
    @AfterAll
    static void everythingHappenedAtLeastOnce() {
        for (OrderType type : OrderType.values()) {
            assertThat(SEEN).contains("TRADE " + type);
        }
        assertThat(SEEN)
                .contains("TRADE_PREVENTION LIMIT", "EXPIRED MARKET", "between accounts", "maker", "kept candle");
    }

    private static void act(GeneratedExchange venue, Account account, SplittableRandom random, String clientId) {
        long cents = venue.price() / GeneratedExchange.CENT;
        RandomRequests requests =
                new RandomRequests(random, GeneratedExchange.SYMBOL, cents - cents / 1_000, cents + cents / 1_000);
        Exchange exchange = venue.exchange();
        try {
            switch (random.nextInt(14)) {
                case 0, 1, 2, 3 -> exchange.trading().place(account, requests.order(clientId), RequestWindow.OPEN);
                case 4, 5 -> exchange.trading().place(account, requests.list(clientId), RequestWindow.OPEN);
                case 6 -> exchange.trading().placeHalf(account, requests.order(clientId), RequestWindow.OPEN);
                case 7 -> cancel(exchange, account, random, clientId);
                case 8 -> {
                    if (random.nextInt(6) == 0) {
                        venue.hold(venue.price());
                    }
                }
                case 9 -> venue.release();
                default -> venue.play(random.nextLong(1, 9_000));
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
                            Refusal.FILTER);
        }
    }

    private static void cancel(Exchange exchange, Account account, SplittableRandom random, String clientId) {
        String[] legs = {"", "-w", "-a", "-b", "-p"};
        OrderKey key = new OrderKey(GeneratedExchange.SYMBOL, null, clientId + legs[random.nextInt(legs.length)]);
        exchange.trading().cancel(account, key, CancelRestriction.NONE, "x" + clientId, RequestWindow.OPEN);
    }

    /** Fills add up to what orders say, balances to what fills and commissions make of the opening ones. */
    private static void checkAccounts(GeneratedExchange venue) {
        for (String name : NAMES) {
            Account account = venue.account(name);
            long base = GeneratedExchange.BASE;
            long quote = GeneratedExchange.QUOTE;
            Map<Long, Long> filled = new HashMap<>();
            for (Trade trade : venue.exchange().ledger().trades(account, GeneratedExchange.SYMBOL, all -> all)) {
                boolean buy = trade.side() == Side.BUY;
                base += buy ? trade.quantity() - trade.commission() : -trade.quantity();
                quote += buy ? -trade.quote() : trade.quote() - trade.commission();
                filled.merge(trade.orderId(), trade.quantity(), Long::sum);
            }
            List<Order> orders = venue.exchange().ledger().orders(account, GeneratedExchange.SYMBOL, all -> all);
            assertThat(orders)
                    .allSatisfy(order -> assertThat(order.executed()).isEqualTo(filled.getOrDefault(order.id(), 0L)));
            long lockedBase = locked(venue.exchange(), account, orders, Side.SELL);
            long lockedQuote = locked(venue.exchange(), account, orders, Side.BUY);
            assertThat(venue.exchange().ledger().balances(account))
                    .containsExactly(
                            new Balance("BTC", base - lockedBase, lockedBase),
                            new Balance("USDT", quote - lockedQuote, lockedQuote));
        }
    }

    private static long locked(Exchange exchange, Account account, List<Order> orders, Side side) {
        Map<Object, Long> needs = new HashMap<>();
        orders.stream().filter(order -> order.side() == side).forEach(order -> {
            Object group = exchange.ledger()
                    .findList(account, new ListKey(order.details().listId(), null))
                    .map(OrderList::pair)
                    .filter(pair -> pair.contains(order.id()))
                    .<Object>map(List::copyOf)
                    .orElse(order.id());
            needs.merge(group, order.lockedFunds(), Math::max);
        });
        return needs.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Every fill was printed once, with its price and quantity; two accounts that met share one print and are on different sides. */
    private static void checkTape(GeneratedExchange venue) {
        Map<Long, MarketTrade> prints =
                venue.tape().stream().collect(Collectors.toMap(MarketTrade::id, Function.identity()));
        Map<Long, List<Trade>> fills = new HashMap<>();
        for (String name : NAMES) {
            venue.exchange()
                    .ledger()
                    .trades(venue.account(name), GeneratedExchange.SYMBOL, all -> all)
                    .forEach(trade -> fills.computeIfAbsent(trade.id(), any -> new ArrayList<>())
                            .add(trade));
        }
        fills.forEach((id, parties) -> {
            MarketTrade print = prints.get(id);
            assertThat(print).isNotNull();
            assertThat(parties).hasSizeBetween(1, 2).allSatisfy(fill -> {
                assertThat(fill.price()).isEqualTo(print.price());
                assertThat(fill.quantity()).isEqualTo(print.quantity());
                assertThat(fill.maker() == (fill.side() == Side.BUY)).isEqualTo(print.buyerIsMaker());
            });
            if (parties.size() == 2) {
                SEEN.add("between accounts");
                assertThat(parties.getFirst().side())
                        .isNotEqualTo(parties.getLast().side());
                assertThat(parties.getFirst().uid())
                        .isNotEqualTo(parties.getLast().uid());
            }
        });
    }

    /** The journal alone makes the same accounts. */
    private static void checkJournal(GeneratedExchange venue) {
        ExchangeState read = venue.replayed();
        for (String name : NAMES) {
            Account live = venue.account(name);
            Account found = read.byApiKey(name).orElseThrow();
            assertThat(found.history(GeneratedExchange.SYMBOL).orders())
                    .isEqualTo(live.history(GeneratedExchange.SYMBOL).orders());
            assertThat(found.history(GeneratedExchange.SYMBOL).trades())
                    .isEqualTo(live.history(GeneratedExchange.SYMBOL).trades());
            assertThat(found.balances()).isEqualTo(live.balances());
            assertThat(found.lists().all()).isEqualTo(live.lists().all());
        }
    }

    /** What was told of a minute that was over is what anybody hears of it later, after a restart too. */
    private static void checkPast(GeneratedExchange venue) {
        Map<Long, Candle> told = Map.copyOf(venue.closed());
        told.forEach((index, candle) -> assertThat(venue.candle(index)).isEqualTo(candle));
        if (!venue.replayed().candles(GeneratedExchange.SYMBOL).isEmpty()) {
            SEEN.add("kept candle");
        }
        venue.restart();
        told.forEach((index, candle) -> assertThat(venue.candle(index)).isEqualTo(candle));
    }

    private static void remember(GeneratedExchange venue) {
        for (ExecutionReport report : venue.reports()) {
            SEEN.add(report.type() + " " + report.order().type());
            Trade trade = report.trade();
            if (trade != null && trade.maker()) {
                SEEN.add("maker");
            }
        }
    }
}
