package dev.capstan.contracts.backtest;

import java.util.List;

/**
 * A backtest: what went in and what came out. The same input gives the same document.
 *
 * @param formatVersion 1; a higher one only adds fields
 * @param engineVersion changes when the same input may give another fingerprint
 * @param fingerprint {@code sha256:} over all orders and fills: equal for equal decisions and fills
 * @param orders in the order they were placed
 * @param fills in the order they happened
 * @param roundTrips in the order they closed
 * @param equity the value at closes evenly apart, the last one included; at most 2,000
 */
public record Evidence(
        int formatVersion,
        String engineVersion,
        String fingerprint,
        EvidenceStrategy strategy,
        EvidenceInstrument instrument,
        EvidenceSettings settings,
        EvidenceCandles candles,
        EvidenceMetrics metrics,
        EvidenceEnd end,
        List<EvidenceOrder> orders,
        List<EvidenceFill> fills,
        List<EvidenceRoundTrip> roundTrips,
        List<EvidencePoint> equity) {}
