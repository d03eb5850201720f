package dev.capstan.backtest.run.adapter.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.capstan.backtest.run.domain.BacktestRun;
import dev.capstan.backtest.run.domain.RunId;
import dev.capstan.backtest.run.domain.RunResult;
import dev.capstan.backtest.run.domain.RunSpec;
import dev.capstan.contracts.backtest.EvidenceMetrics;

/**
 * What came of a completed run; orders, fills and the rest of it stand in the evidence.
 *
 * @param fingerprint over all orders and fills: the same run on the same candles always has the same
 * @param engineMillis how long the engine took, without reading the candles
 * @param storageKey of the evidence in the object store
 */
record ResultView(
        RunId backtestId,
        String fingerprint,
        EvidenceMetrics metrics,
        long candles,
        int orders,
        int fills,
        int roundTrips,
        long engineMillis,
        RunSpec run,

        @JsonProperty("results_storage_key") String storageKey) {

    static ResultView of(BacktestRun run, RunResult result) {
        return new ResultView(
                run.id(),
                result.fingerprint(),
                result.metrics(),
                result.candles(),
                result.orders(),
                result.fills(),
                result.roundTrips(),
                result.engineMillis(),
                run.spec(),
                result.storageKey());
    }
}
