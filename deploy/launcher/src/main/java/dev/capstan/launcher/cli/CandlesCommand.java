package dev.capstan.launcher.cli;

import dev.capstan.launcher.seed.DemoUser;
import dev.capstan.launcher.seed.Keycloak;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
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

/** Candles of the running stack: takes files in, shows what is stored and what is missing, writes files. */
@Command(
        name = "candles",
        mixinStandardHelpOptions = true,
        description = {
            "Candles of the running stack: lists what is stored, imports a kline file, shows where candles are missing, exports a"
                    + " kline file.",
            "A kline file is CSV of twelve columns (open_time, open, high, low, close, volume, close_time, ...), plain or gzip."
        },
        footer = {
            "Examples:",
            "  ./capstan candles import btcusd-2018.csv.gz --instrument BTCUSD.BITFINEX --timeframe 1m",
            "  ./capstan candles gaps --instrument BTCUSD.BITFINEX --timeframe 1m",
            "  ./capstan candles export btcusd-1h.csv --instrument BTCUSD.BITFINEX --timeframe 1h"
        })
final class CandlesCommand implements Callable<Integer> {

    private static final List<String> ACTIONS = List.of("list", "import", "gaps", "export");

    @Mixin
    private final StackSelection selection = new StackSelection();

    @Parameters(
            index = "0",
            paramLabel = "list|import|gaps|export",
            description = "What to do. Default: ${DEFAULT-VALUE}.",
            arity = "0..1")
    private String action = "list";

    @Parameters(index = "1", paramLabel = "FILE", description = "The file to import, or to write.", arity = "0..1")
    private @Nullable Path file;

    @Option(names = "--instrument", paramLabel = "ID", description = "Symbol and venue, e.g. BTCUSD.BITFINEX.")
    private @Nullable String instrument;

    @Option(
            names = "--timeframe",
            paramLabel = "NAME",
            description = "1s, 1m, 5m, 15m, 1h, 4h, 1d, ... Default: ${DEFAULT-VALUE}.")
    private String timeframe = "1m";

    @Option(names = "--epoch", paramLabel = "NAME", description = "Market epoch, as list prints it. Default: none.")
    private String epoch = "";

    @Option(names = "--from", paramLabel = "TIME", description = "Export: first open time, e.g. 2018-03-01T00:00:00Z.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Export: first open time that is left out.")
    private @Nullable String to;

    @Option(
            names = "--replace",
            description = "Import: candles that are stored with other figures take the file's. Otherwise they stay.")
    private boolean replace;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "Who does it; an import needs trader, trader2 or admin. Default: ${DEFAULT-VALUE}.")
    private String user = "trader";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        checkInput();
        StackReport report = StackReport.required(selection.folder());
        String token = new Keycloak(report.keycloak(), selection.secrets()).token(DemoUser.named(user));
        CandlesApi api = new CandlesApi(report.gateway(), token);
        switch (action) {
            case "import" -> importFile(api);
            case "gaps" -> print(api.all("/gaps", wanted()), CandlesTables::gaps);
            case "export" -> export(api);
            default -> print(api.all("/series", Map.of()), CandlesTables::series);
        }
        return 0;
    }

    private void checkInput() {
        if (!ACTIONS.contains(action)) {
            throw wrong("expected one of " + String.join(", ", ACTIONS) + ", got: " + action);
        }
        boolean needsFile = action.equals("import") || action.equals("export");
        if (needsFile && file == null) {
            throw wrong(action + " needs a FILE");
        }
        if (!needsFile && file != null) {
            throw wrong(action + " takes no FILE, got: " + file);
        }
        if (!action.equals("list") && instrument == null) {
            throw wrong(action + " needs --instrument, e.g. --instrument BTCUSD.BITFINEX");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(selection.commandLine(), message);
    }

    private void importFile(CandlesApi api) {
        CandlesFile source = CandlesFile.of(requiredFile());
        Map<String, String> parameters = wanted();
        parameters.remove("marketEpoch");
        parameters.put("onConflict", replace ? "replace" : "keep");
        PrintWriter progress = selection.commandLine().getErr();
        JsonNode result = api.send(parameters, source, json ? _ -> {} : progress::println);
        print(result, CandlesTables::imported);
    }

    private void export(CandlesApi api) {
        Map<String, String> parameters = wanted();
        putIfGiven(parameters, "from", from);
        putIfGiven(parameters, "to", to);
        long bytes = api.download(parameters, requiredFile());
        if (json) {
            selection
                    .out()
                    .println(new JsonMapper()
                            .writeValueAsString(Map.of("file", requiredFile().toString(), "bytes", bytes)));
        } else {
            selection.out().println("Wrote " + bytes + " bytes to " + requiredFile() + ".");
        }
    }

    private static void putIfGiven(Map<String, String> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }

    private Path requiredFile() {
        if (file == null) {
            throw wrong(action + " needs a FILE");
        }
        return file;
    }

    private Map<String, String> wanted() {
        Map<String, String> wanted = new HashMap<>();
        putIfGiven(wanted, "instrumentId", instrument);
        wanted.put("timeframe", timeframe);
        wanted.put("marketEpoch", epoch);
        return wanted;
    }

    private interface Table {
        void print(JsonNode document, PrintWriter out);
    }

    private void print(JsonNode document, Table table) {
        if (json) {
            selection.out().println(document.toPrettyString());
        } else {
            table.print(document, selection.out());
        }
    }
}
