package dev.capstan.systemtests.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.capstan.launcher.seed.DemoUser;
import dev.capstan.systemtests.dsl.Capstan;
import dev.capstan.systemtests.dsl.Person;
import dev.capstan.systemtests.dsl.TradingAccount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** A good call of every operation, and the accounts and orders it is about. */
final class Examples {

    private static final String INSTRUMENT = "XRPUSDT.BINANCE";
    private static final String SYMBOL = "XRPUSDT";
    private static final String STORED = "FUZZUSD.BITFINEX";
    private static final String FRIEND = "00000000-0000-4000-8000-00000000f0f0";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration A_MINUTE_AND_MORE = Duration.ofSeconds(90);

    /** Each call of these that goes well leaves something more behind, so few of the unusual ones are made. */
    private static final Set<String> COSTLY =
            Set.of("POST /api/orders", "POST /api/accounts", "POST /api/backtest/start", "POST /api/strategy/start");

    private final Capstan capstan;
    private final TradingAccount trading;
    private final TradingAccount spare;
    private final TradingAccount strangers;
    private final String resting;
    private final String canceled;
    private final String strangersOrder;
    private final String completedRun;
    private final String canceledRun;
    private final String strangersRun;
    private final StrategyExamples strategies;

    Examples(Capstan capstan) {
        this.capstan = capstan;
        awaitCandle();
        BigDecimal price = capstan.venue().price(SYMBOL);
        capstan.venue().holdsPrice(SYMBOL, price);
        trading = capstan.trader().opensTradingAccount(INSTRUMENT, "50");
        spare = capstan.trader().opensTradingAccount(INSTRUMENT, "50");
        strangers = capstan.person(DemoUser.TRADER2).opensTradingAccount(INSTRUMENT, "50");
        resting = resting(trading, price);
        strangersOrder = resting(strangers, price);
        canceled = resting(trading, price);
        trading.owner()
                .api()
                .post("/api/orders/" + canceled + "/cancel", Map.of())
                .expect(200);
        trading.awaitOrder(canceled, SOON, "CANCELED");
        capstan.trader()
                .api()
                .post("/api/candles/imports?timeframe=1m&instrumentId=" + STORED, "text/csv", file().getBytes(UTF_8))
                .expect(200);
        completedRun = run(capstan.trader());
        strangersRun = run(capstan.person(DemoUser.TRADER2));
        canceledRun = canceledRun(capstan.trader());
        strategies = new StrategyExamples(capstan, spare, strangers, INSTRUMENT);
    }

    /** A run of a strategy starts behind one; a young stack has none yet, and a price that is held makes none. */
    private void awaitCandle() {
        await("a candle of " + INSTRUMENT)
                .atMost(A_MINUTE_AND_MORE)
                .until(() -> capstan.trader()
                        .api()
                        .get("/api/candles/series?limit=1000")
                        .expect(200)
                        .body()
                        .path("items")
                        .valueStream()
                        .filter(series -> series.path("instrumentId").asString().equals(INSTRUMENT))
                        .anyMatch(series -> series.path("timeframe").asString().equals("1m")
                                && !series.path("marketEpoch").asString().isEmpty()));
    }

    private static String run(Person person) {
        String run =
                person.api().post("/api/backtest/start", backtest()).expect(202).text("backtestId");
        await("a backtest")
                .atMost(SOON)
                .until(() -> person.api()
                        .get("/api/backtest/status/" + run)
                        .text("state")
                        .equals("COMPLETED"));
        return run;
    }

    /** The first that is canceled before it is over. */
    private static String canceledRun(Person person) {
        return await("a canceled backtest")
                .atMost(SOON)
                .until(
                        () -> {
                            String run = person.api()
                                    .post("/api/backtest/start", backtest())
                                    .expect(202)
                                    .text("backtestId");
                            return person.api()
                                                    .post("/api/backtest/cancel/" + run, Map.of())
                                                    .status()
                                            == 200
                                    ? run
                                    : "";
                        },
                        run -> !run.isEmpty());
    }

    private static Map<String, Object> backtest() {
        return Map.of(
                "strategy", Map.of("kind", "sma-cross"),
                "instrumentId", STORED,
                "timeframe", "1m",
                "capital", "10000",
                "tick", "0.01",
                "lot", "0.001",
                "minNotional", "1",
                "priority", "high");
    }

    private static String resting(TradingAccount account, BigDecimal price) {
        String below = price.multiply(new BigDecimal("0.97"))
                .setScale(price.stripTrailingZeros().scale(), RoundingMode.DOWN)
                .toPlainString();
        String order = account.places(account.limit("BUY", INSTRUMENT, "50", below))
                .expect(201)
                .text("orderId");
        account.awaitOrder(order, SOON, "ACCEPTED");
        return order;
    }

    /** The market goes on. */
    void close() {
        capstan.venue().letsPricePlay(SYMBOL);
    }

    TradingAccount trading() {
        return trading;
    }

    List<String> accountIds() {
        return List.of(trading.accountId(), spare.accountId(), strangers.accountId());
    }

    /** What a trader may neither see nor touch, by the name of its field; who watches over all sees the first of each. */
    Map<String, List<String>> strangers(DemoUser caller) {
        List<String> nobodys =
                List.of(UUID.randomUUID().toString(), UUID.randomUUID().toString());
        return caller == DemoUser.TRADER
                ? Map.of(
                        "accountId", List.of(strangers.accountId(), nobodys.getFirst()),
                        "orderId", List.of(strangersOrder, nobodys.getFirst()),
                        "backtestId", List.of(strangersRun, nobodys.getFirst()),
                        "strategyId", List.of(strategies.strangersStrategy(), nobodys.getFirst()),
                        "runId", List.of(strategies.strangersRun(), nobodys.getFirst()))
                : Map.of(
                        "accountId", nobodys,
                        "orderId", nobodys,
                        "backtestId", nobodys,
                        "strategyId", nobodys,
                        "runId", nobodys);
    }

    /** Keys that the venue does not know are taken, and end the account's session; who takes orders by the hundred fills the books. */
    boolean leavesTooMuch(Operation operation, FuzzCase fuzzCase, Random random) {
        boolean keys = "apiKey".equals(fuzzCase.field()) || "secretKey".equals(fuzzCase.field());
        return keys || (COSTLY.contains(operation.name()) && random.nextInt(20) > 0);
    }

    /** A call that succeeds now. */
    Call of(Operation operation) {
        Call call = Call.of(operation);
        if (!operation.open()) {
            call = call.token(capstan.person(TokenCases.callerOf(operation)).token());
        }
        for (Operation.Parameter parameter : operation.parameters()) {
            if (parameter.required()) {
                call = parameter.in(call, value(operation, parameter.name()));
            }
        }
        Object body = body(operation);
        if (body instanceof Map<?, ?> json) {
            return call.json(JsonMapper.shared().writeValueAsString(json));
        }
        return body instanceof String file && !file.isEmpty() ? call.body("text/csv", file.getBytes(UTF_8)) : call;
    }

    private String value(Operation operation, String name) {
        boolean changes = operation.isWrite() || operation.path().startsWith("/api/risk");
        return switch (name) {
            case "accountId" -> (changes ? spare : trading).accountId();
            case "orderId" -> changes ? canceled : resting;
            case "instrumentId" -> operation.path().startsWith("/api/candles") ? STORED : INSTRUMENT;
            case "backtestId" -> changes ? canceledRun : completedRun;
            case "strategyId" -> operation.path().endsWith("/archive") ? strategies.archived() : strategies.saved();
            case "runId" -> strategies.stoppedRun();
            case "timeframe" -> "1m";
            case "subject" -> FRIEND;
            default -> throw new AssertionError(operation + ": no good value is known of " + name);
        };
    }

    private Object body(Operation operation) {
        return switch (operation.name()) {
            case "POST /api/orders" -> trading.market("BUY", INSTRUMENT, "20");
            case "POST /api/orders/cancel-all" -> Map.of("accountId", spare.accountId());
            case "POST /api/accounts" -> newAccount();
            case "PUT /api/accounts/{accountId}/venue-keys" ->
                Map.of("apiKey", spare.apiKey(), "secretKey", spare.secretKey());
            case "POST /api/accounts/{accountId}/grants" -> Map.of("subject", FRIEND, "permission", "VIEW");
            case "POST /api/trading-state/halt", "POST /api/trading-state/re-arm" ->
                Map.of("scope", "ACCOUNT", "accountId", spare.accountId());
            case "PUT /api/risk/limits/{accountId}" ->
                Map.of("maxOpenOrders", 40, "version", version("risk.account_limit"));
            case "PUT /api/risk/limits/{accountId}/{instrumentId}" ->
                Map.of("maxPositionQuantity", "5000", "version", version("risk.instrument_limit"));
            case "POST /api/strategies" -> StrategyExamples.definition();
            case "PUT /api/strategies/{strategyId}" -> strategies.nextVersion();
            case "POST /api/strategy/start" -> strategies.start();
            case "POST /api/strategy/stop" -> Map.of("runId", strategies.stoppedRun());
            case "POST /api/backtest/start" -> backtest();
            case "PUT /api/backtest/defaults" -> Map.of("commissionPercent", "0.1", "slippageTicks", 0);
            case "POST /api/candles/imports" -> file();
            default -> operation.body().isPresent() ? unknown(operation) : "";
        };
    }

    private static Object unknown(Operation operation) {
        throw new AssertionError(operation + ": no good body is known");
    }

    private Map<String, String> newAccount() {
        String key = "key-" + UUID.randomUUID();
        capstan.venue().opensAccount(key, "secret-" + key, Map.of("USDT", "1000"));
        return Map.of(
                "name", "fuzz", "kind", "PAPER", "venueId", "BINANCE", "apiKey", key, "secretKey", "secret-" + key);
    }

    private long version(String table) {
        return capstan.sql()
                .number(
                        "SELECT coalesce(max(version), 0) FROM " + table + " WHERE account_id = ?::uuid",
                        spare.accountId());
    }

    /** Three minutes. */
    private static String file() {
        StringBuilder lines = new StringBuilder();
        for (long minute = 0; minute < 3; minute++) {
            long open = 1_514_764_800_000L + minute * 60_000;
            lines.append(open + ",10,12,9,11,5," + (open + 59_999) + ",55,7,2,22,0\n");
        }
        return lines.toString();
    }
}
