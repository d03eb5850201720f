package dev.capstan.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.bench.figures.Percentiles;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class GatewayReportTest {

    @Test
    void mediansAreComparedNotMeans() {
        GatewayReport report = report(rounds(0, 300, 100, 120), rounds(0, 80, 100, 9_000));
        assertThat(report.document()).containsEntry("cpuRatioToBare", 1.2);
        StringWriter out = new StringWriter();
        report.print(new PrintWriter(out, true));
        assertThat(out.toString()).contains("1.20 times", "bare-gateway");
    }

    @Test
    void evenNumberOfRoundsHasItsMiddleBetweenTwo() {
        assertThat(report(rounds(0, 100, 200), rounds(0, 100, 100)).document()).containsEntry("cpuRatioToBare", 1.5);
    }

    @Test
    void anyErrorMakesItUnclean() {
        assertThat(report(rounds(0, 1), rounds(0, 1)).isClean()).isTrue();
        assertThat(report(rounds(0, 1), rounds(3, 1)).isClean()).isFalse();
    }

    @Test
    void openConnectionsAreToldAndTheirErrorsCount() {
        OpenFigures open = new OpenFigures(1_000, new Percentiles(4, 21.5, 60, 30_000), 1);
        GatewayReport report = new GatewayReport(Map.of(), open);
        assertThat(report.isClean()).isFalse();
        assertThat(report.document().get("openConnections")).asString().contains("p95Ms=21.5", "reads=30000");
        StringWriter out = new StringWriter();
        report.print(new PrintWriter(out, true));
        assertThat(out.toString()).contains("1000 connections, 30000 reads", "p95 21.5 ms");
    }

    private static GatewayReport report(List<Round> ours, List<Round> bare) {
        return new GatewayReport(Map.of(GatewayReport.CAPSTAN, ours, GatewayReport.BARE, bare), OpenFigures.NONE);
    }

    private static List<Round> rounds(int errors, double... cpuMicros) {
        return DoubleStream.of(cpuMicros)
                .mapToObj(cpu -> new Round(1_000, new Percentiles(1, 2, 3, 100), errors, cpu))
                .toList();
    }
}
