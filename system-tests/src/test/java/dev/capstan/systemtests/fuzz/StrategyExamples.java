package dev.capstan.systemtests.fuzz;

import dev.capstan.launcher.seed.DemoUser;
import dev.capstan.systemtests.dsl.Capstan;
import dev.capstan.systemtests.dsl.Person;
import dev.capstan.systemtests.dsl.TradingAccount;
import java.util.HashMap;
import java.util.Map;

/** Strategies and runs to be called about. What runs has too little capital for the smallest order, so that the books stay as they are. */
final class StrategyExamples {

    private static final String CAPITAL = "0.01";

    private final Capstan capstan;
    private final Person trader;
    private final TradingAccount account;
    private final String instrumentId;
    private final String saved;
    private final String archived;
    private final String strangersStrategy;
    private final String stoppedRun;
    private final String strangersRun;

    StrategyExamples(Capstan capstan, TradingAccount account, TradingAccount strangers, String instrumentId) {
        this.capstan = capstan;
        this.trader = capstan.trader();
        this.account = account;
        this.instrumentId = instrumentId;
        Person stranger = capstan.person(DemoUser.TRADER2);
        saved = save(trader);
        archived = save(trader);
        trader.api().post("/api/strategies/" + archived + "/archive", Map.of()).expect(200);
        strangersStrategy = save(stranger);
        stoppedRun = stopped(trader, account);
        strangersRun = stopped(stranger, strangers);
    }

    private static String save(Person person) {
        return person.api().post("/api/strategies", definition()).expect(201).text("strategyId");
    }

    private String stopped(Person person, TradingAccount of) {
        String run =
                person.api().post("/api/strategy/start", start(of)).expect(201).text("runId");
        person.api().post("/api/strategy/stop", Map.of("runId", run)).expect(200);
        return run;
    }

    String saved() {
        return saved;
    }

    String archived() {
        return archived;
    }

    String strangersStrategy() {
        return strangersStrategy;
    }

    String stoppedRun() {
        return stoppedRun;
    }

    String strangersRun() {
        return strangersRun;
    }

    static Map<String, Object> definition() {
        return Map.of("name", "fuzz", "kind", "sma-cross", "parameters", Map.of("fast", "9", "slow", "21"));
    }

    Map<String, Object> nextVersion() {
        Map<String, Object> next = new HashMap<>(definition());
        next.put("version", capstan.sql().number("SELECT version FROM strategy.strategies WHERE id = ?::uuid", saved));
        return next;
    }

    /** An account has one run at a time: the one before is stopped. */
    Map<String, Object> start() {
        trader.api()
                .get("/api/strategy/status?accountId=" + account.accountId())
                .expect(200)
                .body()
                .path("items")
                .forEach(run -> {
                    if (run.path("status").asString().equals("RUNNING")) {
                        trader.api()
                                .post(
                                        "/api/strategy/stop",
                                        Map.of("runId", run.path("runId").asString()))
                                .expect(200);
                    }
                });
        return start(account);
    }

    private Map<String, Object> start(TradingAccount of) {
        return Map.of(
                "accountId",
                of.accountId(),
                "strategy",
                Map.of("kind", "sma-cross"),
                "instrumentId",
                instrumentId,
                "timeframe",
                "1m",
                "capital",
                CAPITAL);
    }
}
