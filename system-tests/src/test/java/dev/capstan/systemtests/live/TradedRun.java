package dev.capstan.systemtests.live;

import dev.capstan.systemtests.dsl.Answer;
import dev.capstan.systemtests.dsl.Api;
import dev.capstan.systemtests.dsl.PaperAccount;
import dev.capstan.systemtests.dsl.ReplayStack;
import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.CandleColumnsBuilder;
import dev.capstan.trading.fill.Bar;
import dev.capstan.trading.fixed.Decimal8;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A run that trades on an account of its own, and what it has done, as lines that an {@link EngineRun} has in the same form. */
final class TradedRun {

    static final String CAPITAL = "1000";

    private static final long MINUTE = 60_000;

    private final ReplayStack stack;
    private final PaperAccount account;
    private final Choice choice;
    private final String instrumentId;
    private final String id;

    private TradedRun(ReplayStack stack, PaperAccount account, Choice choice, String instrumentId, String id) {
        this.stack = stack;
        this.account = account;
        this.choice = choice;
        this.instrumentId = instrumentId;
        this.id = id;
    }

    /** Begins with the candle that plays. */
    static TradedRun start(ReplayStack stack, PaperAccount account, Choice choice, String instrumentId) {
        String id = stack.api()
                .post(
                        "/api/strategy/start",
                        Map.of(
                                "accountId",
                                account.accountId(),
                                "strategy",
                                Map.of("kind", choice.kind(), "parameters", choice.parameters()),
                                "instrumentId",
                                instrumentId,
                                "timeframe",
                                "1m",
                                "capital",
                                CAPITAL))
                .expect(201)
                .text("runId");
        return new TradedRun(stack, account, choice, instrumentId, id);
    }

    Answer stop() {
        return api().post("/api/strategy/stop", Map.of("runId", id)).expect(200);
    }

    private Api api() {
        return stack.api();
    }

    Choice choice() {
        return choice;
    }

    String instrumentId() {
        return instrumentId;
    }

    @Override
    public String toString() {
        return choice.kind() + " on " + instrumentId;
    }

    private List<JsonNode> record(String of) {
        return Pages.all(api(), "/api/strategy/runs/" + id + "/" + of + "?");
    }

    /** As {@code /api/strategy/status} tells of it. */
    JsonNode status() {
        return api().get("/api/strategy/status?accountId=" + account.accountId())
                .expect(200)
                .body()
                .path("items")
                .path(0);
    }

    /** L1. */
    List<String> signals() {
        return record("signals").stream()
                .map(line -> millis(line, "candleOpenTime") + " "
                        + line.path("signal").asString())
                .toList();
    }

    /** L2, and how each attempt ended. */
    List<IntentLine> attempts() {
        return record("intents").stream().map(IntentLine::ofApi).toList();
    }

    /** L2: what it wanted, whatever became of it. */
    List<IntentLine> intents() {
        return attempts().stream().filter(line -> line.attempt() == 1).toList();
    }

    /** L3: price and commission. */
    List<String> fills() {
        return record("fills").stream()
                .map(line ->
                        line.path("number").asInt() + " " + line.path("side").asString() + " "
                                + line.path("price").asString() + " "
                                + line.path("quantity").asString() + " "
                                + new BigDecimal(line.path("commission").asString())
                                        .setScale(Decimal8.SCALE)
                                        .toPlainString())
                .toList();
    }

    /** What happened to it, in the order in which it was stored. */
    List<Happening> happenings() {
        return Happening.of(stack.sql(), id);
    }

    /** What was executed for its account, as the venue's own books say: in the order in which it was. */
    List<String> venueFills() {
        return stack.venue().trades(account.apiKey()).stream()
                .map(trade -> (trade.path("isBuyer").asBoolean() ? "BUY " : "SELL ") + eight(trade, "price") + " "
                        + eight(trade, "qty") + " " + eight(trade, "commission"))
                .toList();
    }

    private static String eight(JsonNode trade, String field) {
        return new BigDecimal(trade.path(field).asString())
                .setScale(Decimal8.SCALE)
                .toPlainString();
    }

    private static long millis(JsonNode line, String field) {
        return Instant.parse(line.path(field).asString()).toEpochMilli();
    }

    /** The candles it took, as they are stored. */
    CandleColumns candles() {
        List<JsonNode> signals = record("signals");
        Instant first = Instant.parse(signals.getFirst().path("candleOpenTime").asString());
        Instant end = Instant.parse(signals.getLast().path("candleOpenTime").asString())
                .plusMillis(MINUTE);
        List<JsonNode> rows = Pages.all(
                api(),
                "/api/candles?timeframe=1m&instrumentId=" + instrumentId + "&marketEpoch="
                        + status().path("marketEpoch").asString() + "&from=" + first + "&to=" + end);
        CandleColumnsBuilder candles = new CandleColumnsBuilder(MINUTE, rows.size());
        rows.forEach(row -> candles.add(
                millis(row, "openTime"),
                new Bar(
                        number(row, "openPrice"),
                        number(row, "highPrice"),
                        number(row, "lowPrice"),
                        number(row, "closePrice"),
                        number(row, "volume"))));
        return candles.build();
    }

    /** What the venue says of the instrument. */
    JsonNode listed() {
        return api().get("/api/feeds/symbols")
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .filter(each -> each.path("instrumentId").asString().equals(instrumentId))
                .findFirst()
                .orElseThrow();
    }

    static long number(JsonNode row, String field) {
        return Decimal8.of(new BigDecimal(row.path(field).asString()));
    }
}
