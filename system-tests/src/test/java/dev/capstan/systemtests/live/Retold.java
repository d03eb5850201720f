package dev.capstan.systemtests.live;

import dev.capstan.contracts.value.Side;
import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.CandleCursor;
import dev.capstan.trading.run.StrategyRun;
import dev.capstan.trading.run.TradeIntent;
import java.util.ArrayList;
import java.util.List;

/** The code that the engine runs, told what a live run was told, when it was told: the same decisions, or the live run decides by itself. */
final class Retold {

    private final CandleColumns candles;
    private final CandleCursor cursor;
    private final StrategyRun run;
    private final List<IntentLine> intents = new ArrayList<>();
    private int row = -1;

    private Retold(CandleColumns candles, StrategyRun run) {
        this.candles = candles;
        this.cursor = new CandleCursor(candles);
        this.run = run;
    }

    static List<IntentLine> intents(TradedRun live) {
        Retold retold = new Retold(live.candles(), new StrategyRun(live.choice().strategy(), EngineRun.settings(live)));
        live.happenings().forEach(retold::tell);
        return retold.intents;
    }

    private void tell(Happening happening) {
        switch (happening) {
            case Happening.CandleOver _ -> {
                row++;
                TradeIntent intent = run.onCandle(cursor.at(row));
                if (intent != null) {
                    intents.add(IntentLine.ofEngine(intent));
                }
            }
            case Happening.Filled(int _, Side side, long price, long quantity, long commission) ->
                run.filled(
                        side, price, quantity, side == Side.BUY ? commission : 0, side == Side.SELL ? commission : 0);
            case Happening.OrderOver over -> run.orderEnded(over.price() == 0 ? candles.close(row) : over.price());
        }
    }
}
