package dev.capstan.gateway.status;

import dev.capstan.gateway.forwarding.Upstream;
import dev.capstan.gateway.forwarding.UpstreamAnswer;
import dev.capstan.gateway.forwarding.UpstreamClient;
import dev.capstan.gateway.health.CheckLine;
import dev.capstan.kit.problem.ProblemException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Asks one replica who it is and how it is. */
final class ReplicaProbe {

    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final Upstream upstream;
    private final URI replica;
    private final UpstreamClient client;
    private final JsonMapper json;

    ReplicaProbe(Upstream upstream, URI replica, UpstreamClient client, JsonMapper json) {
        this.upstream = upstream;
        this.replica = replica;
        this.client = client;
        this.json = json;
    }

    Upstream upstream() {
        return upstream;
    }

    String address() {
        return replica.getAuthority();
    }

    ReplicaState ask(ReplicaState before, Instant now) {
        try {
            UpstreamAnswer ready = get("/ready");
            JsonNode health = isStillTheSame(before, now)
                    ? MissingNode.getInstance()
                    : json.readTree(get("/health").body().bytes());
            return before.followedBy(
                    ready.status() == 200 ? "up" : "not_ready",
                    health.path("instance").asString(null),
                    health.path("version").asString(null),
                    checks(json.readTree(ready.body().bytes())),
                    now);
        } catch (ProblemException | JacksonException e) {
            return before.down(e instanceof ProblemException ? String.valueOf(e.getMessage()) : "answers no JSON", now);
        }
    }

    /** Who was up a moment ago is who he was: a successor takes longer to be up. We ourselves may have stood still for longer. */
    private static boolean isStillTheSame(ReplicaState before, Instant now) {
        return before.isUp() && now.isBefore(before.checkedAt().plus(MOMENT));
    }

    private UpstreamAnswer get(String path) {
        HttpRequest request = HttpRequest.newBuilder(replica.resolve(path)).build();
        return client.callAt(replica, upstream, request, LIMIT);
    }

    private static Map<String, CheckLine> checks(JsonNode ready) {
        Map<String, CheckLine> checks = new HashMap<>();
        for (var check : ready.path("checks").properties()) {
            JsonNode line = check.getValue();
            checks.put(
                    check.getKey(),
                    new CheckLine(
                            line.path("status").asString("down"),
                            line.path("detail").asString(null)));
        }
        return checks;
    }
}
