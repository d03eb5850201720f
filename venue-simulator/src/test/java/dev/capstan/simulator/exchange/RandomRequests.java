package dev.capstan.simulator.exchange;

import dev.capstan.contracts.value.Side;
import dev.capstan.contracts.value.TimeInForce;
import dev.capstan.simulator.exchange.order.Contingency;
import dev.capstan.simulator.exchange.order.ListRequest;
import dev.capstan.simulator.exchange.order.OrderRequest;
import dev.capstan.simulator.exchange.order.OrderType;
import dev.capstan.simulator.exchange.order.Trailing;
import dev.capstan.trading.fixed.Decimal8;
import java.util.List;
import java.util.SplittableRandom;

/** Orders and lists as a monkey would place them. */
final class RandomRequests {

    private static final OrderType[] STOPS = {OrderType.STOP_LOSS, OrderType.STOP_LOSS_LIMIT};
    private static final OrderType[] TARGETS = {
        OrderType.LIMIT_MAKER, OrderType.TAKE_PROFIT, OrderType.TAKE_PROFIT_LIMIT
    };

    private final SplittableRandom random;
    private final String symbol;
    private final long lowest;
    private final long highest;

    /**
     * @param lowest price in cents; {@code highest} likewise
     */
    RandomRequests(SplittableRandom random, String symbol, long lowest, long highest) {
        this.random = random;
        this.symbol = symbol;
        this.lowest = lowest;
        this.highest = highest;
    }

    OrderRequest order(String clientId) {
        return order(clientId, oneOf(Side.values()), oneOf(OrderType.values()), quantity());
    }

    ListRequest list(String clientId) {
        return switch (random.nextInt(3)) {
            case 0 -> {
                Side side = oneOf(Side.values());
                yield new ListRequest(symbol, clientId, Contingency.OCO, pair(clientId, side, quantity()));
            }
            case 1 -> {
                OrderType type = oneOf(OrderType.values());
                yield new ListRequest(
                        symbol,
                        clientId,
                        Contingency.OTO,
                        List.of(working(clientId), order(clientId + "-p", oneOf(Side.values()), type, quantity())));
            }
            default -> {
                OrderRequest working = working(clientId);
                // Now and then a little less than what comes in, as a trader would who pays commission in kind.
                long exit = random.nextBoolean() ? working.quantity() : less(working.quantity());
                List<OrderRequest> pair = pair(clientId, working.side().opposite(), exit);
                yield new ListRequest(
                        symbol, clientId, Contingency.OTO, List.of(working, pair.getFirst(), pair.getLast()));
            }
        };
    }

    private OrderRequest working(String clientId) {
        OrderType type = random.nextInt(4) == 0 ? OrderType.LIMIT_MAKER : OrderType.LIMIT;
        return order(clientId + "-w", oneOf(Side.values()), type, quantity());
    }

    /** The one above and the one below. */
    private List<OrderRequest> pair(String clientId, Side side, long quantity) {
        OrderType stop = oneOf(STOPS);
        OrderType target = oneOf(TARGETS);
        OrderRequest above = order(clientId + "-a", side, side == Side.BUY ? stop : target, quantity);
        OrderRequest below = order(clientId + "-b", side, side == Side.BUY ? target : stop, quantity);
        return List.of(above, below);
    }

    private OrderRequest order(String clientId, Side side, OrderType type, long quantity) {
        boolean choosesLife = type == OrderType.LIMIT || (type.isConditional() && type.hasLimit());
        boolean trails = type.isConditional() && random.nextInt(3) == 0;
        return new OrderRequest(
                symbol,
                clientId,
                side,
                type,
                choosesLife ? oneOf(TimeInForce.values()) : TimeInForce.GTC,
                type.hasLimit() ? price() : 0,
                quantity,
                0,
                type.isConditional() && !(trails && random.nextBoolean()) ? price() : 0,
                0,
                0,
                0,
                trails ? Trailing.by(random.nextLong(10, 300)) : null);
    }

    private long price() {
        return random.nextLong(lowest, highest) * (Decimal8.ONE / 100);
    }

    private long quantity() {
        return random.nextLong(100, 500_000) * (Decimal8.ONE / 100_000);
    }

    private static long less(long quantity) {
        long step = Decimal8.ONE / 100_000;
        return Math.max(step, quantity * 999 / 1_000 / step * step);
    }

    private <T> T oneOf(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
