package dev.capstan.strategy.run.adapter.web;

import dev.capstan.contracts.account.Permission;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.kit.security.Allowed;
import dev.capstan.kit.security.Caller;
import dev.capstan.strategy.PageView;
import dev.capstan.strategy.run.application.RunRecord;
import dev.capstan.strategy.run.application.RunRecord.FillLine;
import dev.capstan.strategy.run.application.RunRecord.IntentLine;
import dev.capstan.strategy.run.application.RunRecord.SignalLine;
import dev.capstan.strategy.run.domain.RunId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a run has done: its signals, its intents with their attempts, its fills. */
@RestController
@RequestMapping("/api/strategy/runs/{runId}")
class RunRecordController {

    private static final String LIMIT = "expected 1 to 1000";
    private static final String CURSOR = "expected a nextCursor of an earlier answer";

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private final RunAccess access;
    private final RunRecord lines;

    RunRecordController(RunAccess access, RunRecord lines) {
        this.access = access;
        this.lines = lines;
    }

    @Allowed
    @GetMapping("/signals")
    PageView<SignalLine> signals(
            Caller caller,
            @PathVariable RunId runId,
            @RequestParam(required = false) @Nullable Instant cursor,
            @RequestParam(defaultValue = "500") @Min(value = 1, message = LIMIT) @Max(value = 1000, message = LIMIT)
                    int limit) {
        access.require(caller, runId, Permission.VIEW);
        return PageView.of(
                lines.signals(runId, after(cursor), limit + 1),
                limit,
                line -> line.candleOpenTime().toString());
    }

    /** A time that no candle has is no cursor of ours, and more than the database can say. */
    private static Instant after(@Nullable Instant cursor) {
        if (cursor == null) {
            return Instant.EPOCH;
        }
        if (cursor.isBefore(Instant.EPOCH) || cursor.isAfter(LAST)) {
            throw ProblemException.invalid("cursor", CURSOR);
        }
        return cursor;
    }

    @Allowed
    @GetMapping("/intents")
    PageView<IntentLine> intents(
            Caller caller,
            @PathVariable RunId runId,
            @RequestParam(defaultValue = "0") @Min(value = 0, message = CURSOR) int cursor,
            @RequestParam(defaultValue = "500") @Min(value = 1, message = LIMIT) @Max(value = 1000, message = LIMIT)
                    int limit) {
        access.require(caller, runId, Permission.VIEW);
        return page(lines.intents(runId, cursor, limit + 1), cursor, limit);
    }

    @Allowed
    @GetMapping("/fills")
    PageView<FillLine> fills(
            Caller caller,
            @PathVariable RunId runId,
            @RequestParam(defaultValue = "0") @Min(value = 0, message = CURSOR) int cursor,
            @RequestParam(defaultValue = "500") @Min(value = 1, message = LIMIT) @Max(value = 1000, message = LIMIT)
                    int limit) {
        access.require(caller, runId, Permission.VIEW);
        return page(lines.fills(runId, cursor, limit + 1), cursor, limit);
    }

    /** Lines are only added, at the end: how many were seen says where to go on. */
    private static <T> PageView<T> page(List<T> found, int seen, int limit) {
        return PageView.of(found, limit, _ -> Integer.toString(seen + limit));
    }
}
