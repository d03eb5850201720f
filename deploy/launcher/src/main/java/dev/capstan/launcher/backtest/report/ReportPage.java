package dev.capstan.launcher.backtest.report;

import dev.capstan.contracts.backtest.Evidence;
import dev.capstan.contracts.backtest.EvidenceRoundTrip;
import dev.capstan.launcher.backtest.EvidenceJson;
import dev.capstan.launcher.backtest.ResultTable;
import dev.capstan.trading.candle.CandleColumns;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The page of one backtest. */
public final class ReportPage {

    private static final String TEMPLATE = "/backtest/report.html";
    private static final int MOST_TRIPS = 1_000;

    private final Evidence evidence;
    private final CandleColumns candles;
    private final String stepsFrom;

    /**
     * @param candles what it ran over
     * @param stepsFrom said behind tick and lot
     */
    public ReportPage(Evidence evidence, CandleColumns candles, String stepsFrom) {
        this.evidence = evidence;
        this.candles = candles;
        this.stepsFrom = stepsFrom;
    }

    /** Writes it under another name first, so that no half page is ever opened. */
    public void write(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Path unfinished = target.resolveSibling("." + target.getFileName() + ".tmp");
        try {
            Files.writeString(unfinished, html());
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    String html() throws IOException {
        Map<String, String> parts = Map.of(
                "TITLE",
                text(evidence.strategy().kind() + " on " + evidence.candles().source()),
                "OUTPUTS",
                table(ResultTable.outputs(evidence)),
                "INPUTS",
                table(ResultTable.inputs(evidence, stepsFrom)),
                "TRIPS_NOTE",
                tripsNote(),
                "TRIPS",
                evidence.roundTrips().stream()
                        .limit(MOST_TRIPS)
                        .map(ReportPage::trip)
                        .collect(Collectors.joining()),
                "DATA",
                data());
        String page = template();
        for (Map.Entry<String, String> part : parts.entrySet()) {
            page = page.replace("{{" + part.getKey() + "}}", part.getValue());
        }
        return page;
    }

    private static String template() throws IOException {
        try (InputStream in = Objects.requireNonNull(ReportPage.class.getResourceAsStream(TEMPLATE), TEMPLATE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String table(Map<String, String> rows) {
        return rows.entrySet().stream()
                .map(row -> "<tr><th>" + text(row.getKey()) + "</th><td>" + text(row.getValue()) + "</td></tr>\n")
                .collect(Collectors.joining());
    }

    private String tripsNote() {
        int count = evidence.roundTrips().size();
        return count <= MOST_TRIPS ? "" : "The first " + MOST_TRIPS + " of " + count + "; --json has all of them.";
    }

    private static String trip(EvidenceRoundTrip trip) {
        String mood = trip.realizedPnl().value().signum() > 0 ? "won" : "lost";
        return "<tr><td>" + trip.openedAt() + "</td><td>" + trip.closedAt() + "</td><td>" + trip.quantity()
                + "</td><td>"
                + trip.paid() + "</td><td>" + trip.received() + "</td><td class=\"" + mood + "\">" + trip.realizedPnl()
                + "</td></tr>\n";
    }

    /** What the script draws; an opening bracket could end the element that it stands in. */
    private String data() {
        Map<String, Object> data = Map.of(
                "fingerprint",
                evidence.fingerprint(),
                "capital",
                evidence.settings().capital(),
                "metrics",
                evidence.metrics(),
                "equity",
                evidence.equity(),
                "fills",
                evidence.fills(),
                "candles",
                ThinnedCandles.of(candles));
        return EvidenceJson.text(data).replace("<", "\\u003c");
    }

    private static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
