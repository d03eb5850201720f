package dev.capstan.gateway.apidoc;

import dev.capstan.gateway.forwarding.Upstream;
import dev.capstan.gateway.forwarding.UpstreamAnswer;
import dev.capstan.gateway.forwarding.UpstreamClient;
import dev.capstan.kit.openapi.OwnDocument;
import dev.capstan.kit.problem.ProblemException;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The documents of the services behind, refreshed every minute; one that is away keeps the last it gave. */
@Component
class ServiceDocuments {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceDocuments.class);
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration FRESH = Duration.ofMinutes(1);

    private record Known(JsonNode document, Instant at) {}

    private final UpstreamClient client;
    private final OwnDocument own;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<Upstream, Known> known = new ConcurrentHashMap<>();
    private volatile byte[] merged = new byte[0];

    ServiceDocuments(UpstreamClient client, OwnDocument own, JsonMapper json, Clock clock) {
        this.client = client;
        this.own = own;
        this.json = json;
        this.clock = clock;
    }

    /** The merged document as it is sent. */
    byte[] merged() {
        byte[] bytes = merged;
        return bytes.length == 0 ? merge() : bytes.clone();
    }

    /** Asks often as long as a service has not answered: they start together with the gateway. */
    @Scheduled(fixedDelay = 5_000)
    void refresh() {
        boolean changed = false;
        for (Upstream upstream : Upstream.values()) {
            if (client.isConfigured(upstream) && !isFresh(upstream)) {
                changed |= read(upstream);
            }
        }
        if (changed) {
            merge();
        }
    }

    private boolean isFresh(Upstream upstream) {
        Known last = known.get(upstream);
        return last != null && last.at().plus(FRESH).isAfter(clock.instant());
    }

    private boolean read(Upstream upstream) {
        try {
            UpstreamAnswer answer = client.call(
                    upstream,
                    replica ->
                            HttpRequest.newBuilder(replica.resolve("/openapi")).build(),
                    LIMIT);
            JsonNode document = json.readTree(answer.body().bytes());
            if (answer.status() != 200 || !document.path("paths").isObject()) {
                LOG.debug("{} answers no document", upstream.serviceName());
                return false;
            }
            known.put(upstream, new Known(document, clock.instant()));
            return true;
        } catch (ProblemException | JacksonException e) {
            LOG.debug("no document of {} now: {}", upstream.serviceName(), e.getMessage());
            return false;
        }
    }

    private byte[] merge() {
        MergedDocument document = new MergedDocument(own.get());
        for (Upstream upstream : Upstream.values()) {
            Known last = known.get(upstream);
            if (last != null) {
                document.add(upstream, last.document());
            }
        }
        byte[] bytes = json.writeValueAsBytes(document.finished());
        merged = bytes;
        return bytes.clone();
    }
}
