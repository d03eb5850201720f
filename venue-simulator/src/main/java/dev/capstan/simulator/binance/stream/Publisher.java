package dev.capstan.simulator.binance.stream;

import dev.capstan.simulator.exchange.account.Balance;
import dev.capstan.simulator.exchange.report.ExchangeListener;
import dev.capstan.simulator.exchange.report.ExecutionReport;
import dev.capstan.simulator.exchange.report.ListReport;
import dev.capstan.simulator.exchange.report.MarketTrade;
import dev.capstan.simulator.market.CandleSeries;
import java.util.List;
import java.util.Map;

/** Turns what the exchange did into stream events. */
public final class Publisher implements ExchangeListener {

    private final UserStreams userStreams;
    private final MarketStreams marketStreams;
    private final Map<String, CandleSeries> series;

    public Publisher(UserStreams userStreams, MarketStreams marketStreams, Map<String, CandleSeries> series) {
        this.userStreams = userStreams;
        this.marketStreams = marketStreams;
        this.series = Map.copyOf(series);
    }

    @Override
    public void executionReport(ExecutionReport report) {
        userStreams.report(report);
    }

    @Override
    public void listStatus(ListReport report) {
        userStreams.report(report);
    }

    @Override
    public void balancesChanged(long uid, List<Balance> balances, long at) {
        userStreams.position(uid, balances, at);
    }

    @Override
    public void transferred(long uid, String asset, long amount, long at) {
        userStreams.transfer(uid, asset, amount, at);
    }

    @Override
    public void marketTrade(MarketTrade trade) {
        marketStreams.trade(trade);
    }

    @Override
    public void candleClosed(String symbol, long index) {
        CandleSeries candles = series.get(symbol);
        if (candles != null) {
            marketStreams.candleClosed(symbol, candles, index);
        }
    }
}
