package dev.capstan.launcher.cli;

import dev.capstan.launcher.LaunchFailure;
import dev.capstan.launcher.component.JsonHttp;
import dev.capstan.launcher.component.JsonHttp.Answer;
import dev.capstan.launcher.seed.DemoUser;
import dev.capstan.launcher.seed.Keycloak;
import dev.capstan.launcher.stack.ProcessStatus;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks at records that could not be applied, and has them applied again. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        description = {
            "Records that a service could not apply: lists them, shows one, or has them applied again.",
            "Keys that wait for a person because their event breaks a rule at its source: parked lists them, unpark tries one again."
        })
final class DeadLettersCommand implements Callable<Integer> {

    private static final List<String> CONSUMERS = List.of("execution-service", "risk-service", "portfolio-service");
    private static final int PAGE = 500;

    @Mixin
    private final StackSelection selection = new StackSelection();

    @Parameters(
            index = "0",
            paramLabel = "list|show|replay|parked|unpark",
            description = "What to do. Default: ${DEFAULT-VALUE}.",
            arity = "0..1")
    private Action action = Action.list;

    @Parameters(index = "1", paramLabel = "ID", description = "Which one to show.", arity = "0..1")
    private @Nullable Long id;

    @Option(
            names = "--service",
            paramLabel = "NAME",
            description = "Only this service: risk-service, portfolio-service or execution-service.")
    private @Nullable String service;

    @Option(names = "--key", paramLabel = "KEY", description = "Only records of this key.")
    private String key = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** Spelled as they are typed. */
    enum Action {
        list,
        show,
        replay,
        parked,
        unpark
    }

    @Override
    public Integer call() {
        StackReport report = StackReport.required(selection.folder());
        Map<String, String> admin =
                JsonHttp.bearer(new Keycloak(report.keycloak(), selection.secrets()).token(DemoUser.ADMIN));
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        for (ProcessStatus process : asked(report)) {
            answers.put(process.name(), ask("http://127.0.0.1:" + process.port() + "/internal", admin));
        }
        print(answers);
        return 0;
    }

    private List<ProcessStatus> asked(StackReport report) {
        if (action == Action.show && (id == null || service == null)) {
            throw new ParameterException(
                    selection.commandLine(), "show needs an ID and --service, as list prints them");
        }
        if (action == Action.unpark && key.isEmpty()) {
            throw new ParameterException(selection.commandLine(), "unpark needs --key, as parked prints it");
        }
        List<ProcessStatus> asked = report.processes().stream()
                .filter(process -> CONSUMERS.contains(process.name()))
                .filter(process -> service == null || process.name().equals(service))
                .toList();
        if (asked.isEmpty()) {
            throw new LaunchFailure(
                    "no service named " + service + " runs; expected one of " + String.join(", ", CONSUMERS));
        }
        return asked;
    }

    private JsonNode ask(String url, Map<String, String> admin) {
        String letters = url + "/dead-letters";
        Answer answer = switch (action) {
            case list -> JsonHttp.get(letters + "?limit=" + PAGE + keyParameter(), admin);
            case show -> JsonHttp.get(letters + "/" + id, admin);
            case replay -> JsonHttp.post(letters + "/replay", admin, key.isEmpty() ? Map.of() : Map.of("key", key));
            case parked -> JsonHttp.get(url + "/parked", admin);
            case unpark -> unparked(url, admin);
        };
        return answer.orFail("dead-letters " + action).body();
    }

    /** By whichever of the service's consumers has parked the key; what is parked by none is left alone. */
    private Answer unparked(String url, Map<String, String> admin) {
        Answer parked = JsonHttp.get(url + "/parked", admin);
        for (JsonNode item : parked.body().path("items")) {
            if (key.equals(item.path("streamKey").asString())) {
                Map<String, String> which =
                        Map.of("consumer", item.path("consumer").asString(), "streamKey", key);
                return JsonHttp.post(url + "/parked/unpark", admin, which);
            }
        }
        return parked;
    }

    private String keyParameter() {
        return key.isEmpty() ? "" : "&key=" + java.net.URLEncoder.encode(key, java.nio.charset.StandardCharsets.UTF_8);
    }

    private void print(Map<String, JsonNode> answers) {
        PrintWriter out = selection.out();
        if (json || action != Action.list) {
            out.println(new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(answers));
            return;
        }
        List<String> rows = new ArrayList<>();
        answers.forEach((name, page) -> page.path("items").forEach(letter -> rows.add(row(name, letter))));
        if (rows.isEmpty()) {
            out.println("There are no dead letters.");
            return;
        }
        out.printf("%-18s %6s %-27s %-30s %s%n", "service", "id", "recorded", "topic", "reason");
        rows.forEach(out::println);
    }

    private static String row(String name, JsonNode letter) {
        return "%-18s %6d %-27s %-30s %s"
                .formatted(
                        name,
                        letter.path("id").asLong(),
                        letter.path("recordedAt").asString(),
                        letter.path("topic").asString(),
                        letter.path("reason").asString());
    }
}
