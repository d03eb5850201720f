package dev.capstan.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.capstan.gateway.EdgeCaller.Answer;
import dev.capstan.gateway.forwarding.UpstreamServer;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files in and files out, between a caller and market-data-service. */
class UploadIT {

    private static final String IMPORTS = "/api/candles/imports?instrumentId=BTCUSD.BITFINEX&timeframe=1m";
    private static final int MEGABYTE = 1024 * 1024;

    private static UpstreamServer service;
    private static Gateways gateways;
    private static EdgeCaller alice;

    @BeforeAll
    static void start() {
        service = new UpstreamServer();
        gateways = new Gateways("")
                .with("capstan.services.market-data", service.url())
                .with("capstan.gateway.forwarding.answer-limit", "1MB");
        alice = gateways.start();
    }

    @AfterAll
    static void stop() {
        gateways.close();
        service.close();
    }

    @BeforeEach
    void forget() {
        service.forget();
    }

    @Test
    void passAFileOnAsItCame() throws Exception {
        String csv = "1,2,3,4,5,6,7,8,9,10,11,12\n".repeat(100_000);
        Answer answer = upload("passes", "text/csv", BodyPublishers.ofString(csv));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var arrival = service.arrivals().getFirst();
        assertThat(arrival.target()).isEqualTo(IMPORTS);
        assertThat(arrival.headers().getFirst("Content-Type")).startsWith("text/csv");
        assertThat(arrival.headers().getFirst("Idempotency-Key")).isEqualTo("passes");
        assertThat(arrival.body().equals(csv)).isTrue();
        assertThat(spooled()).isEmpty();
    }

    @Test
    void knowAFileAgainByItsContent() {
        assertThat(upload("again", "application/gzip", BodyPublishers.ofString("a"))
                        .isReplayed())
                .isFalse();
        assertThat(upload("again", "application/gzip", BodyPublishers.ofString("a"))
                        .isReplayed())
                .isTrue();
        Answer other = upload("again", "application/gzip", BodyPublishers.ofString("b"));
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(service.arrivals()).hasSize(1);
    }

    @Test
    void takeUpTo64MegabytesAndNoMore() throws Exception {
        byte[] piece = new byte[MEGABYTE];
        BodyPublisher most = BodyPublishers.ofByteArrays(Collections.nCopies(64, piece));
        assertThat(upload("most", "application/gzip", most).status()).isEqualTo(200);
        BodyPublisher more = BodyPublishers.ofByteArrays(Collections.nCopies(65, piece));
        assertTooLarge(() -> upload("more", "application/gzip", more));
        assertThat(service.arrivals()).hasSize(1);
        assertThat(spooled()).isEmpty();
    }

    /** Whoever goes on sending may find the connection closed before he reads why. */
    private static void assertTooLarge(java.util.function.Supplier<Answer> call) {
        try {
            assertThat(call.get().code()).isEqualTo("BODY_TOO_LARGE");
        } catch (UncheckedIOException e) {
            assertThat(e).hasStackTraceContaining("HttpClient");
        }
    }

    @Test
    void takeFilesThereOnly() {
        assertThat(upload("json", "application/json", BodyPublishers.ofString("{}"))
                        .code())
                .isEqualTo("MEDIA_TYPE_UNSUPPORTED");
        Answer elsewhere = alice.call(
                "/api/candles/elsewhere",
                request -> request.header("Idempotency-Key", "elsewhere")
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofString("1,2")));
        assertThat(elsewhere.code()).isEqualTo("MEDIA_TYPE_UNSUPPORTED");
        Answer large = alice.call(
                "/api/candles/elsewhere",
                request -> request.header("Idempotency-Key", "large")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("\"" + "x".repeat(70_000) + "\"")));
        assertThat(large.code()).isEqualTo("BODY_TOO_LARGE");
        assertThat(service.arrivals()).isEmpty();
    }

    @Test
    void streamAnExportThatIsLargerThanAnAnswerMayBe() {
        byte[] piece = "1,2,3,4\n".repeat(MEGABYTE / 8).getBytes(StandardCharsets.US_ASCII);
        service.answers((exchange, _) -> {
            exchange.getResponseHeaders().set("Content-Type", "text/csv");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                for (int i = 0; i < 20; i++) {
                    body.write(piece);
                }
            }
        });
        Answer answer = alice.get("/api/candles/export?instrumentId=BTCUSD.BITFINEX&timeframe=1m");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/csv");
        assertThat(answer.body()).hasSize(20 * MEGABYTE);
    }

    @Test
    void breakAnExportOffWhereTheServiceDid() {
        service.answers((exchange, _) -> {
            exchange.getResponseHeaders().set("Content-Type", "text/csv");
            exchange.sendResponseHeaders(200, 10 * MEGABYTE);
            exchange.getResponseBody().write(new byte[MEGABYTE]);
            exchange.close();
        });
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> alice.get("/api/candles/export?instrumentId=X.Y"));
    }

    @Test
    void passTheServicesRefusalOfAnExport() {
        service.answers(404, "{\"code\":\"NOT_FOUND\"}");
        Answer answer = alice.get("/api/candles/export?instrumentId=X.Y");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("NOT_FOUND");
    }

    private static Answer upload(String key, String mediaType, BodyPublisher file) {
        return alice.call(
                IMPORTS,
                request -> request.header("Idempotency-Key", key)
                        .header("Content-Type", mediaType)
                        .POST(file));
    }

    private static Stream<String> spooled() throws Exception {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("upload-") && name.endsWith(".body"))
                    .toList()
                    .stream();
        }
    }
}
