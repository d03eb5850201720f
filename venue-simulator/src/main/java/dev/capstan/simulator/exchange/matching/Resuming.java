package dev.capstan.simulator.exchange.matching;

import dev.capstan.contracts.value.Side;
import dev.capstan.simulator.exchange.book.Market;
import dev.capstan.simulator.exchange.order.Trade;
import dev.capstan.simulator.exchange.state.ExchangeState;
import dev.capstan.simulator.flow.FlowWalk;
import dev.capstan.simulator.flow.GeneratedCandles;
import dev.capstan.simulator.market.Instrument;
import dev.capstan.simulator.market.Play;
import dev.capstan.simulator.market.Playback;
import dev.capstan.trading.fill.BarVolume;
import dev.capstan.trading.fill.FillRules;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes markets up where the journal left them. */
final class Resuming {

    private final ExchangeState state;
    private final FillRules rules;

    Resuming(ExchangeState state, FillRules rules) {
        this.state = state;
        this.rules = rules;
    }

    /** The market of {@code instrument} as it was when {@code resumeAt} market milliseconds had played. */
    Market market(Instrument instrument, long cycleMillis, long resumeAt) {
        String symbol = instrument.listing().symbol();
        Play play = instrument.series() instanceof GeneratedCandles series
                ? walk(instrument, series, resumeAt)
                : playback(instrument, cycleMillis, resumeAt);
        Market market = new Market(play, state.book(symbol));
        if (state.heldPrice(symbol) != 0) {
            market.hold(state.heldPrice(symbol), BarVolume.unlimited());
        }
        return market;
    }

    private Playback playback(Instrument instrument, long cycleMillis, long resumeAt) {
        Playback playback = new Playback(instrument.listing(), instrument.series(), rules, cycleMillis, resumeAt);
        long taken = state.tradesIn(instrument.listing().symbol(), playback.barNumber()).stream()
                .mapToLong(Trade::quantity)
                .sum();
        playback.volume().take(taken, 1);
        return playback;
    }

    private FlowWalk walk(Instrument instrument, GeneratedCandles series, long resumeAt) {
        String symbol = instrument.listing().symbol();
        state.candles(symbol).forEach(series::keep);
        FlowWalk walk = new FlowWalk(instrument.listing(), series, resumeAt);
        recall(walk, state.tradesIn(symbol, walk.position().index()));
        return walk;
    }

    /** The trades of accounts in the running minute belong to its candle; one between two accounts once. */
    private static void recall(FlowWalk walk, List<Trade> trades) {
        Set<Long> known = new HashSet<>();
        for (Trade trade : trades) {
            if (known.add(trade.id())) {
                walk.recall(trade.price(), trade.quantity(), trade.maker() == (trade.side() == Side.BUY));
            }
        }
    }
}
