package dev.capstan.launcher.cli;

import dev.capstan.contracts.tradingstate.TradingStateScope;
import dev.capstan.launcher.LaunchFailure;
import dev.capstan.launcher.component.JsonHttp;
import dev.capstan.launcher.component.JsonHttp.Answer;
import dev.capstan.launcher.seed.DemoUser;
import dev.capstan.launcher.seed.Keycloak;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Halts trading. */
@Command(
        name = "halt",
        mixinStandardHelpOptions = true,
        description =
                "Halts trading: everything, an account, or an instrument of an account. When it has answered, the venue"
                        + " receives no new order.")
final class HaltCommand implements Callable<Integer> {

    @Mixin
    private final StackSelection selection = new StackSelection();

    @Option(names = "--account", paramLabel = "ID", description = "Only this account.")
    private @Nullable String account;

    @Option(names = "--instrument", paramLabel = "ID", description = "Only this instrument of the account.")
    private @Nullable String instrument;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the record.")
    private String reason = "./capstan halt";

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        StackReport report = StackReport.required(selection.folder());
        String gateway = report.gateway();
        if (gateway == null) {
            throw new LaunchFailure("this stack has no gateway");
        }
        String token = new Keycloak(report.keycloak(), selection.secrets()).token(DemoUser.RISK_MANAGER);
        Map<String, String> headers = new HashMap<>(JsonHttp.bearer(token));
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
        Answer answer = JsonHttp.post(gateway + "/api/trading-state/halt", headers, scope())
                .orFail("halt");
        selection.out().println(json ? answer.body().toPrettyString() : "Trading is halted.");
        return 0;
    }

    private TradingStateScope wanted() {
        if (instrument != null) {
            return TradingStateScope.INSTRUMENT;
        }
        return account == null ? TradingStateScope.ALL : TradingStateScope.ACCOUNT;
    }

    private Map<String, String> scope() {
        Map<String, String> scope = new HashMap<>();
        scope.put("scope", wanted().name());
        scope.put("reason", reason);
        if (account != null) {
            scope.put("accountId", account);
        }
        if (instrument != null) {
            scope.put("instrumentId", instrument);
        }
        return scope;
    }
}
