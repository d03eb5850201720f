package dev.capstan.gateway.health;

import dev.capstan.gateway.forwarding.Upstream;
import dev.capstan.gateway.forwarding.UpstreamAnswer;
import dev.capstan.gateway.forwarding.UpstreamClient;
import dev.capstan.kit.problem.ProblemException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the {@code /ready} of the replica that calls would go to. */
final class ServiceProbe implements Probe {

    private final Upstream upstream;
    private final UpstreamClient client;
    private final JsonMapper json;

    ServiceProbe(Upstream upstream, UpstreamClient client, JsonMapper json) {
        this.upstream = upstream;
        this.client = client;
        this.json = json;
    }

    @Override
    public String name() {
        return upstream.serviceName();
    }

    @Override
    public Finding ask(Duration limit) {
        if (!client.isConfigured(upstream)) {
            return Finding.of(CheckLine.NOT_CONFIGURED);
        }
        try {
            return finding(client.call(upstream, ServiceProbe::ready, limit));
        } catch (ProblemException | JacksonException e) {
            return Finding.of(
                    CheckLine.down(e instanceof ProblemException ? String.valueOf(e.getMessage()) : "answers no JSON"));
        }
    }

    private static HttpRequest ready(URI replica) {
        return HttpRequest.newBuilder(replica.resolve("/ready")).build();
    }

    private Finding finding(UpstreamAnswer answer) {
        CheckLine line = answer.status() == 200 ? CheckLine.UP : CheckLine.down("not ready");
        Map<String, CheckLine> parts = new HashMap<>();
        for (var check : json.readTree(answer.body().bytes()).path("checks").properties()) {
            parts.put(check.getKey(), part(check.getValue()));
        }
        return new Finding(line, parts);
    }

    private static CheckLine part(JsonNode check) {
        return new CheckLine(
                check.path("status").asString("down"), check.path("detail").asString(null));
    }
}
