package dev.capstan.marketdata.candle.adapter.web;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.kit.security.Allowed;
import dev.capstan.marketdata.candle.application.ReadCandles;
import dev.capstan.marketdata.candle.domain.Candle;
import dev.capstan.marketdata.candle.domain.CandleSource;
import dev.capstan.marketdata.candle.domain.SeriesKey;
import dev.capstan.marketdata.candle.domain.Timeframe;
import dev.capstan.marketdata.candle.file.KlineWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Writes candles as a kline file while it reads them. When reading fails half-way the connection is cut, so no part looks like the whole. */
@RestController
class CandleExportController {

    private final ReadCandles readCandles;

    CandleExportController(ReadCandles readCandles) {
        this.readCandles = readCandles;
    }

    @Allowed
    @GetMapping(path = "/api/candles/export", produces = "text/csv")
    void export(
            @RequestParam InstrumentId instrumentId,
            @RequestParam Timeframe timeframe,
            @RequestParam(defaultValue = "") String marketEpoch,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        SeriesKey key = Parameters.key(instrumentId, timeframe, marketEpoch);
        CandleSource candles =
                readCandles.all(key, Parameters.range(from, to)).orElseThrow(() -> Parameters.notStored(key));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + instrumentId + "-" + timeframe + ".csv\"");
        Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        try {
            write(candles, new KlineWriter(out, timeframe));
            out.flush();
        } catch (RuntimeException e) {
            if (!response.isCommitted()) {
                throw e;
            }
            CutAnswer.because(e, request);
        }
    }

    private static void write(CandleSource candles, KlineWriter file) throws IOException {
        file.writeNames();
        for (Candle candle = candles.next(); candle != null; candle = candles.next()) {
            file.write(candle);
        }
    }
}
