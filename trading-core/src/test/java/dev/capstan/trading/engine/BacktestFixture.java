package dev.capstan.trading.engine;

import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.CandleColumnsBuilder;
import dev.capstan.trading.fill.Bar;
import dev.capstan.trading.fill.CommissionRate;
import dev.capstan.trading.fill.FillRules;
import dev.capstan.trading.fixed.Decimal8;
import dev.capstan.trading.run.InstrumentRules;
import dev.capstan.trading.run.RunSettings;

/** Usual settings: 10,000 of capital, 1 % at risk, tick 0.01, lot 0.001, 0.1 % commission. */
final class BacktestFixture {

    static final long MINUTE = 60_000;

    static final InstrumentRules INSTRUMENT =
            new InstrumentRules(eight("0.01"), eight("0.001"), eight("0.001"), eight("1000"), eight("5"));

    private BacktestFixture() {}

    static long eight(String decimal) {
        return Decimal8.parse(decimal);
    }

    static BacktestSettings settings() {
        return settings(new CommissionRate(1_000), FillRules.standard());
    }

    static BacktestSettings settings(CommissionRate commission, FillRules fills) {
        return new BacktestSettings(new RunSettings(INSTRUMENT, eight("10000"), 10_000), commission, fills, null);
    }

    static BacktestResult run(CandleColumns candles, String script, BacktestSettings settings) {
        return Backtest.run(candles, ScriptedStrategy.of(script), settings, BacktestProgress.NONE);
    }

    /** Candles of a volume of 1,000, each of {@code rows} being open, high, low and close; one per minute from minute 0. */
    static CandleColumns candles(String... rows) {
        CandleColumnsBuilder builder = new CandleColumnsBuilder(MINUTE, rows.length);
        for (int row = 0; row < rows.length; row++) {
            String[] cells = rows[row].split(" ");
            String volume = cells.length > 4 ? cells[4] : "1000";
            builder.add(
                    row * MINUTE,
                    new Bar(eight(cells[0]), eight(cells[1]), eight(cells[2]), eight(cells[3]), eight(volume)));
        }
        return builder.build();
    }
}
