package dev.capstan.backtest.run.adapter.web;

import dev.capstan.backtest.run.application.CancelRun;
import dev.capstan.backtest.run.application.RunRequest;
import dev.capstan.backtest.run.application.StartRun;
import dev.capstan.backtest.run.domain.RunId;
import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.security.Allowed;
import dev.capstan.kit.security.Caller;
import dev.capstan.kit.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Starts and cancels the caller's own backtests. */
@RestController
class StartController {

    private final StartRun startRun;
    private final CancelRun cancelRun;
    private final EventJson json;

    StartController(StartRun startRun, CancelRun cancelRun, EventJson json) {
        this.startRun = startRun;
        this.cancelRun = cancelRun;
        this.json = json;
    }

    @Allowed({Role.TRADER, Role.ADMIN})
    @PostMapping("/api/backtest/start")
    @ResponseStatus(HttpStatus.ACCEPTED)
    RunView start(
            Caller caller,
            @RequestHeader(name = StartKeys.HEADER, required = false) @Nullable String idempotencyKey,
            @RequestBody RunRequest request) {
        return RunView.of(startRun.start(StartKeys.of(caller.subject(), idempotencyKey, json.write(request)), request));
    }

    @Allowed({Role.TRADER, Role.ADMIN})
    @PostMapping("/api/backtest/cancel/{backtestId}")
    RunView cancel(Caller caller, @PathVariable RunId backtestId) {
        return cancelRun.cancel(caller.subject(), backtestId).map(RunView::of).orElseThrow(RunAccess::notFound);
    }
}
