package dev.capstan.backtest.run.domain;

import dev.capstan.contracts.backtest.EvidenceMetrics;

/**
 * What came of a run, for lists and tables; all of it stands in the evidence.
 *
 * @param fingerprint over all orders and fills: the same run on the same candles always has the same
 * @param storageKey of the evidence in the object store
 * @param engineMillis how long the engine took, without reading the candles
 */
public record RunResult(
        String fingerprint,
        EvidenceMetrics metrics,
        long candles,
        int orders,
        int fills,
        int roundTrips,
        String storageKey,
        long engineMillis) {}
