package dev.capstan.launcher.cli;

import java.io.PrintWriter;
import tools.jackson.databind.JsonNode;

/** Answers about candles, as a person reads them. */
final class CandlesTables {

    private static final String SERIES = "%-24s %-5s %-20s %-20s %-20s %10s %7s %8s%n";
    private static final String GAPS = "%-20s %-20s %8s%n";

    private CandlesTables() {}

    static void series(JsonNode document, PrintWriter out) {
        if (document.path("items").isEmpty()) {
            out.println("No candles are stored.");
            return;
        }
        out.printf(SERIES, "instrument", "frame", "epoch", "first", "last", "candles", "gaps", "missing");
        for (JsonNode series : document.path("items")) {
            out.printf(
                    SERIES,
                    text(series, "instrumentId"),
                    text(series, "timeframe"),
                    text(series, "marketEpoch"),
                    time(series, "firstOpenTime"),
                    time(series, "lastOpenTime"),
                    text(series, "candles"),
                    text(series, "gaps"),
                    text(series, "missing"));
        }
    }

    static void gaps(JsonNode document, PrintWriter out) {
        if (document.path("items").isEmpty()) {
            out.println("No candle is missing.");
            return;
        }
        out.printf(GAPS, "first missing", "last missing", "missing");
        long missing = 0;
        for (JsonNode gap : document.path("items")) {
            out.printf(GAPS, time(gap, "from"), time(gap, "to"), text(gap, "missing"));
            missing += gap.path("missing").asLong();
        }
        out.println(document.path("items").size() + " gaps, " + missing + " candles missing.");
    }

    static void imported(JsonNode result, PrintWriter out) {
        out.println(text(result, "rowsRead") + " candles read: " + text(result, "inserted") + " new, "
                + text(result, "unchanged") + " known, " + text(result, "differing") + " with other figures, of which "
                + text(result, "replaced") + " replaced.");
        out.println(text(result, "instrumentId") + " " + text(result, "timeframe") + " now reaches from "
                + time(result, "firstOpenTime") + " to " + time(result, "lastOpenTime") + ", with "
                + text(result, "gaps") + " gaps, " + text(result, "missing") + " candles missing.");
    }

    private static String text(JsonNode document, String field) {
        return document.path(field).asString("");
    }

    /** Without the fraction, which is always zero. */
    private static String time(JsonNode document, String field) {
        return text(document, field).replace(".000000Z", "Z");
    }
}
