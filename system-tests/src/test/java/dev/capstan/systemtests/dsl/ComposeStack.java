package dev.capstan.systemtests.dsl;

import dev.capstan.launcher.process.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stack of {@code deploy/compose} as an operator starts it: from a clean clone, on ports and a network of its own. */
public final class ComposeStack implements AutoCloseable {

    private static final Path CLONE = Path.of("target", "compose-clone").toAbsolutePath();
    private static final Duration BUILD = Duration.ofMinutes(20);
    private static final Duration SOON = Duration.ofMinutes(2);

    private final Shell shell;
    private final String compose;
    private final int gateway;
    private final int keycloak;
    private final int prometheus;

    private ComposeStack(Shell shell, String compose, int gateway, int keycloak, int prometheus) {
        this.shell = shell;
        this.compose = compose;
        this.gateway = gateway;
        this.keycloak = keycloak;
        this.prometheus = prometheus;
    }

    /** Why there can be none here; empty when there can. An engine is started where {@code CAPSTAN_ENGINE_START} says how. */
    public static Optional<String> missing() {
        Shell here = Shell.in(Path.of(".."), Map.of());
        String start = System.getenv("CAPSTAN_ENGINE_START");
        try {
            if (start != null) {
                here.run(start, SOON);
            }
            here.run("docker info && (docker compose version || docker-compose version)", SOON);
            return Optional.empty();
        } catch (AssertionError e) {
            return Optional.of(
                    "no Docker engine with compose answers; CAPSTAN_ENGINE_START may name a script that starts one");
        }
    }

    /** Clones what is committed and prepares it; nothing runs yet. */
    public static ComposeStack cloned() {
        int gateway = Ports.free();
        int keycloak = Ports.free();
        int prometheus = Ports.free();
        Map<String, String> environment = new HashMap<>();
        environment.put("COMPOSE_PROJECT_NAME", "capstan-scenario");
        environment.put("CAPSTAN_VERSION", "scenario");
        environment.put("CAPSTAN_INNER_SUBNET", "10.213.99.0/24");
        environment.put("CAPSTAN_TRUSTED_PROXIES", "10.213.99.0/24");
        environment.put("CAPSTAN_PORT_GATEWAY", Integer.toString(gateway));
        environment.put("CAPSTAN_PORT_KEYCLOAK", Integer.toString(keycloak));
        environment.put("CAPSTAN_PORT_KEYCLOAK_ADMIN", Integer.toString(Ports.free()));
        environment.put("CAPSTAN_PORT_PROMETHEUS", Integer.toString(prometheus));
        environment.put("CAPSTAN_KEYCLOAK_URL", "http://127.0.0.1:" + keycloak);
        environment.put("FRONTEND_URL", "http://127.0.0.1:" + gateway);
        Shell.in(Path.of(".."), Map.of()).run("rm -rf " + CLONE + " && git clone -q . " + CLONE, SOON);
        Shell shell = Shell.in(CLONE, environment);
        shell.run("./capstan compose init", BUILD);
        String compose =
                shell.run("docker compose version >/dev/null 2>&1 && echo docker compose || echo docker-compose", SOON)
                                .strip()
                        + " -f deploy/compose/compose.yaml";
        return new ComposeStack(shell, compose, gateway, keycloak, prometheus);
    }

    /** Builds the images, starts everything, and returns when all of it is healthy. */
    public void up() {
        shell.run(compose + " up -d --build --scale execution-service=2 --scale gateway=2", BUILD);
    }

    /** As an operator does who finds something missing. */
    public void upAgain() {
        shell.run(compose + " up -d --no-build --scale execution-service=2 --scale gateway=2", BUILD);
    }

    /** Its targets must be found and answer. */
    public void upWithMetrics() {
        shell.run(compose + " --profile metrics up -d --no-deps prometheus", BUILD);
    }

    public Readme.Calls readmeCalls() {
        return Readme.callsWith(
                "127.0.0.1:" + gateway, "./capstan compose token --keycloak http://127.0.0.1:" + keycloak);
    }

    public String run(String commands) {
        return shell.run(commands, SOON);
    }

    /** What the published address answers to a path without a token. */
    public int statusOf(String path) {
        return Integer.parseInt(
                run("curl -s -o /dev/null -w '%{http_code}' --path-as-is 'http://127.0.0.1:" + gateway + path + "'")
                        .strip());
    }

    public String prometheus(String path) {
        return run("curl -s 'http://127.0.0.1:" + prometheus + path + "'");
    }

    /** Ids of the service's containers that are healthy. */
    public List<String> healthy(String service) {
        return run("for id in $(" + compose + " ps -q " + service + "); do"
                        + " docker inspect -f '{{if .State.Running}}{{.State.Health.Status}}{{end}} {{.Id}}' $id; done")
                .lines()
                .filter(line -> line.startsWith("healthy "))
                .map(line -> line.substring("healthy ".length()))
                .toList();
    }

    public void kills(String container) {
        run("docker kill " + container);
    }

    /** Kills the process, not the container, as the kernel does when memory runs out. */
    public void killsProcessIn(String container) {
        run("docker exec " + container + " bash -c 'for p in /proc/[0-9]*; do"
                + " [ \"$(readlink $p/exe)\" != /opt/java/openjdk/bin/java ] || kill -9 ${p#/proc/}; done' || true");
    }

    public int restartsOf(String container) {
        return Integer.parseInt(
                run("docker inspect -f '{{.RestartCount}}' " + container).strip());
    }

    @Override
    public void close() {
        shell.run(compose + " --profile metrics down -v -t 5", BUILD);
    }
}
