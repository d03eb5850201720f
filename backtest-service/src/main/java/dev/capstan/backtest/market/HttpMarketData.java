package dev.capstan.backtest.market;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.problem.FieldError;
import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.kit.security.ServiceClients;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.hc.core5.http.io.EofSensorInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriBuilder;

/** By HTTP, with this service's own token. What it refuses comes back as our own refusal of the same fields. */
@Component
class HttpMarketData implements MarketData {

    private static final int ASK_AGAIN_AFTER_SECONDS = 2;

    private final ServiceClients clients;
    private final EventJson json;

    HttpMarketData(ServiceClients clients, EventJson json) {
        this.clients = clients;
        this.json = json;
    }

    private record Symbols(List<ListedRules> items) {}

    private record Refusal(String detail, @Nullable List<FieldError> errors) {}

    @Override
    public Coverage coverage(SeriesRange range) {
        return answer("/api/candles/coverage", range, body -> json.read(body.readAllBytes(), Coverage.class));
    }

    @Override
    public Optional<ListedRules> rules(InstrumentId instrumentId) {
        Symbols symbols = read(
                client().get().uri("/api/feeds/symbols"),
                body -> json.read(body.readAllBytes(), Symbols.class),
                List.of("instrumentId"));
        return symbols.items().stream()
                .filter(listed -> listed.instrumentId().equals(instrumentId))
                .findFirst();
    }

    @Override
    public <T> T candles(SeriesRange range, Reader<T> reader) {
        return answer("/api/candles/export", range, reader);
    }

    private RestClient client() {
        return clients.to("market-data");
    }

    private <T> T answer(String path, SeriesRange range, Reader<T> reader) {
        return read(client().get().uri(builder -> uri(builder.path(path), range)), reader, names(range));
    }

    /** What tells one series from another, as far as the caller chose it: any of them may be what is wrong when nothing is stored. */
    private static List<String> names(SeriesRange range) {
        return range.marketEpoch().isEmpty() ? List.of("instrumentId") : List.of("instrumentId", "marketEpoch");
    }

    private static URI uri(UriBuilder uri, SeriesRange range) {
        uri.queryParam("instrumentId", range.instrumentId().text())
                .queryParam("timeframe", "{timeframe}")
                .queryParam("marketEpoch", "{marketEpoch}");
        time(uri, "from", range.from());
        time(uri, "to", range.to());
        return uri.build(range.timeframe(), range.marketEpoch());
    }

    private static void time(UriBuilder uri, String name, @Nullable Instant time) {
        if (time != null) {
            uri.queryParam(name, time.toString());
        }
    }

    private <T> T read(RestClient.RequestHeadersSpec<?> request, Reader<T> reader, List<String> names) {
        try {
            return Objects.requireNonNull(request.exchange((_, answer) -> {
                if (answer.getStatusCode().is2xxSuccessful()) {
                    return readBy(reader, answer.getBody());
                }
                throw refused(answer, names);
            }));
        } catch (RestClientException | UncheckedIOException e) {
            // No connection, no token of our own, or an answer that was cut while a reader took it.
            throw away();
        }
    }

    /** An answer that is closed is read to its end, so that its connection can be used again; a reader that gives up wants no more of it. */
    private static <T> T readBy(Reader<T> reader, InputStream body) throws IOException {
        boolean read = false;
        try {
            T whole = reader.read(body);
            read = true;
            return whole;
        } finally {
            if (!read && body instanceof EofSensorInputStream connected) {
                connected.abort();
            }
        }
    }

    private ProblemException refused(ClientHttpResponse answer, List<String> names) throws IOException {
        int status = answer.getStatusCode().value();
        if (status != 400 && status != 404) {
            return away();
        }
        Refusal refusal = json.read(answer.getBody().readAllBytes(), Refusal.class);
        return ProblemException.invalid(
                status == 400 && refusal.errors() != null
                        ? refusal.errors()
                        : names.stream()
                                .map(name -> new FieldError(name, refusal.detail()))
                                .toList());
    }

    private static ProblemException away() {
        return ProblemException.retryLater(
                ProblemCode.SERVICE_UNAVAILABLE, "market-data-service does not answer.", ASK_AGAIN_AFTER_SECONDS);
    }
}
