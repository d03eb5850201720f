package dev.capstan.backtest.run.adapter.web;

import dev.capstan.backtest.PageView;
import dev.capstan.backtest.run.application.AwaitRun;
import dev.capstan.backtest.run.application.Runs;
import dev.capstan.backtest.run.domain.BacktestRun;
import dev.capstan.backtest.run.domain.RunId;
import dev.capstan.backtest.run.domain.RunState;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.kit.security.Allowed;
import dev.capstan.kit.security.Caller;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How the caller's backtests stand; {@code wait} holds an answer back until the state is another. */
@RestController
@RequestMapping("/api/backtest")
class RunController {

    private static final String LIMIT = "expected 1 to 200";
    private static final Pattern WAIT = Pattern.compile("(?<amount>[0-9]{1,5})(?<unit>ms|s)");
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final RunAccess access;
    private final Runs runs;
    private final AwaitRun await;

    RunController(RunAccess access, Runs runs, AwaitRun await) {
        this.access = access;
        this.runs = runs;
        this.await = await;
    }

    @Allowed
    @GetMapping
    PageView<RunView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable RunState state,
            @RequestParam(required = false) @Nullable RunId cursor,
            @RequestParam(defaultValue = "50") @Min(value = 1, message = LIMIT) @Max(value = 200, message = LIMIT)
                    int limit) {
        PageView<BacktestRun> page = PageView.of(
                runs.of(caller.subject(), state, cursor, limit + 1),
                limit,
                run -> run.id().text());
        return new PageView<>(page.items().stream().map(RunView::of).toList(), page.nextCursor());
    }

    @Allowed
    @GetMapping("/status/{backtestId}")
    RunView status(Caller caller, @PathVariable RunId backtestId, @RequestParam(required = false) @Nullable String wait)
            throws InterruptedException {
        Duration atMost = duration(wait);
        BacktestRun run = access.require(caller, backtestId);
        return RunView.of(atMost.isZero() ? run : await.change(run, atMost));
    }

    @Allowed
    @GetMapping("/result/{backtestId}")
    ResultView result(Caller caller, @PathVariable RunId backtestId) {
        BacktestRun run = access.require(caller, backtestId);
        return ResultView.of(run, access.requireResult(run));
    }

    private static Duration duration(@Nullable String wait) {
        if (wait == null) {
            return Duration.ZERO;
        }
        Matcher matcher = WAIT.matcher(wait);
        long millis = matcher.matches()
                ? Long.parseLong(matcher.group("amount"))
                        * (matcher.group("unit").equals("s") ? 1_000 : 1)
                : Long.MAX_VALUE;
        if (millis > LONGEST_WAIT.toMillis()) {
            throw ProblemException.invalid("wait", "expected 0s to 20s, e.g. 5s or 500ms, got: " + wait);
        }
        return Duration.ofMillis(millis);
    }
}
