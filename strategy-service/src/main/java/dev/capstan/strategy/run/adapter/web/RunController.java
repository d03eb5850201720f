package dev.capstan.strategy.run.adapter.web;

import dev.capstan.contracts.account.Permission;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.security.AccountAccess;
import dev.capstan.kit.security.Allowed;
import dev.capstan.kit.security.Caller;
import dev.capstan.kit.security.Role;
import dev.capstan.strategy.CallKey;
import dev.capstan.strategy.PageView;
import dev.capstan.strategy.run.application.LiveRuns;
import dev.capstan.strategy.run.application.StartRequest;
import dev.capstan.strategy.run.application.StartRun;
import dev.capstan.strategy.run.application.StopRun;
import dev.capstan.strategy.run.domain.RunId;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Starts, stops and shows runs. */
@RestController
@RequestMapping("/api/strategy")
class RunController {

    private static final int MOST = 200;

    private final StartRun start;
    private final StopRun stop;
    private final LiveRuns runs;
    private final RunAccess access;
    private final AccountAccess accounts;
    private final EventJson json;
    private final Clock clock;

    RunController(
            StartRun start,
            StopRun stop,
            LiveRuns runs,
            RunAccess access,
            AccountAccess accounts,
            EventJson json,
            Clock clock) {
        this.start = start;
        this.stop = stop;
        this.runs = runs;
        this.access = access;
        this.accounts = accounts;
        this.json = json;
        this.clock = clock;
    }

    record StopRequest(RunId runId) {}

    @Allowed(Role.TRADER)
    @PostMapping("/start")
    @ResponseStatus(HttpStatus.CREATED)
    RunView start(
            Caller caller,
            @RequestHeader(name = CallKey.HEADER, required = false) @Nullable String idempotencyKey,
            @RequestBody StartRequest request) {
        CallKey key = CallKey.of(caller.subject(), idempotencyKey, json.write(request));
        accounts.require(caller, request.accountId(), Permission.TRADE);
        return RunView.of(start.start(key, request), clock.instant());
    }

    @Allowed(Role.TRADER)
    @PostMapping("/stop")
    RunView stop(Caller caller, @RequestBody StopRequest request) {
        access.require(caller, request.runId(), Permission.TRADE);
        return stop.stop(request.runId(), caller.subject())
                .map(run -> RunView.of(run, clock.instant()))
                .orElseThrow(RunAccess::notFound);
    }

    /** The youngest first, at most 200. */
    @Allowed
    @GetMapping("/status")
    PageView<RunView> status(Caller caller, @RequestParam AccountId accountId) {
        accounts.require(caller, accountId, Permission.VIEW);
        return new PageView<>(
                runs.of(accountId, MOST).stream()
                        .map(run -> RunView.of(run, clock.instant()))
                        .toList(),
                null);
    }

    @Allowed
    @GetMapping("/analysis/{runId}")
    AnalysisView analysis(Caller caller, @PathVariable RunId runId) {
        return AnalysisView.of(access.require(caller, runId, Permission.VIEW), clock.instant());
    }
}
