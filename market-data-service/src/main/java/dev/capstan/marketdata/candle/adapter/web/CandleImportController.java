package dev.capstan.marketdata.candle.adapter.web;

import dev.capstan.candles.kline.KlineFileException;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.kit.security.Allowed;
import dev.capstan.kit.security.Role;
import dev.capstan.marketdata.candle.domain.CandleImports;
import dev.capstan.marketdata.candle.domain.OnConflict;
import dev.capstan.marketdata.candle.domain.SeriesKey;
import dev.capstan.marketdata.candle.domain.Timeframe;
import dev.capstan.marketdata.candle.file.KlineReader;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes a kline file in while it arrives. */
@RestController
class CandleImportController {

    static final String PATH = "/api/candles/imports";

    /** Each holds a connection to the database for as long as its file takes to arrive; the others are for everybody else. */
    private static final int AT_ONCE = 2;

    private static final int RETRY_SECONDS = 5;

    private final CandleImports imports;
    private final Semaphore places = new Semaphore(AT_ONCE);

    CandleImportController(CandleImports imports) {
        this.imports = imports;
    }

    @Allowed({Role.TRADER, Role.ADMIN})
    @PostMapping(
            path = PATH,
            consumes = {"text/csv", "application/gzip"})
    ImportView importFile(
            @RequestParam InstrumentId instrumentId,
            @RequestParam Timeframe timeframe,
            @RequestParam(defaultValue = "keep") String onConflict,
            HttpServletRequest request)
            throws IOException {
        return stored(new SeriesKey(instrumentId, timeframe, ""), parsed(onConflict), request);
    }

    private static OnConflict parsed(String onConflict) {
        return switch (onConflict) {
            case "keep" -> OnConflict.KEEP;
            case "replace" -> OnConflict.REPLACE;
            default -> throw ProblemException.invalid("onConflict", "expected keep or replace, got: " + onConflict);
        };
    }

    private ImportView stored(SeriesKey key, OnConflict onConflict, HttpServletRequest request) throws IOException {
        if (!places.tryAcquire()) {
            throw ProblemException.retryLater(
                    ProblemCode.RATE_LIMITED, AT_ONCE + " imports run already.", RETRY_SECONDS);
        }
        try {
            KlineReader reader = new KlineReader(KlineBody.text(request), key.timeframe());
            return imports.store(key, reader, onConflict)
                    .map(ImportView::of)
                    .orElseThrow(() -> KlineFileException.ofFile("expected at least one candle"));
        } catch (KlineFileException e) {
            throw ProblemException.invalid(place(e), e.reason());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            places.release();
        }
    }

    /** The field to blame: {@code line 17}, or {@code body} for the whole. */
    private static String place(KlineFileException refusal) {
        return refusal.line().isPresent() ? "line " + refusal.line().getAsLong() : "body";
    }
}
