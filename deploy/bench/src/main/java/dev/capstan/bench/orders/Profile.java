package dev.capstan.bench.orders;

import dev.capstan.bench.stack.BenchStack;
import dev.capstan.launcher.stack.MarketOptions;
import dev.capstan.launcher.stack.StackOptions;
import java.util.List;
import java.util.Map;

/**
 * The profile {@code raised-limits}: one of each service as {@code capstan up} starts them, on four generated instruments, with limits out of
 * the way. Whatever else costs time in production is on: signatures, tokens, risk checks, durable commits.
 */
final class Profile {

    static final String NAME = "raised-limits";

    /** What is traded, and how much of it in one order. */
    static final Map<String, String> QUANTITIES = Map.of(
            "BTCUSDT.BINANCE", "0.001",
            "ETHUSDT.BINANCE", "0.01",
            "SOLUSDT.BINANCE", "0.5",
            "XRPUSDT.BINANCE", "50");

    static final List<String> INSTRUMENTS =
            QUANTITIES.keySet().stream().sorted().toList();

    /** Enough of both sides that no order fails for want of it, and less than the most of an asset that the venue lets an account have. */
    static final Map<String, String> BALANCES =
            Map.of("USDT", "1000000000", "BTC", "1000", "ETH", "10000", "SOL", "1000000", "XRP", "10000000");

    private Profile() {}

    static StackOptions applyTo(StackOptions options) {
        MarketOptions market = MarketOptions.madeUp(MarketOptions.MadeUp.GENERATED, List.of("--limits", "raised"));
        return BenchStack.withRaisedLimits(options.withMarket(market));
    }
}
