package dev.capstan.strategy.definition;

import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.security.Allowed;
import dev.capstan.kit.security.Caller;
import dev.capstan.kit.security.Role;
import dev.capstan.strategy.CallKey;
import dev.capstan.strategy.PageView;
import dev.capstan.trading.strategy.StrategyKinds;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/strategies}: what can be run, and the caller's own strategies. Everybody else's are not there. */
@RestController
@RequestMapping("/api/strategies")
class StrategiesController {

    private static final String LIMIT = "expected 1 to 200";

    private final StrategyKinds kinds;
    private final StrategyRows rows;
    private final SaveStrategy save;
    private final EventJson json;

    StrategiesController(StrategyKinds kinds, StrategyRows rows, SaveStrategy save, EventJson json) {
        this.kinds = kinds;
        this.rows = rows;
        this.save = save;
        this.json = json;
    }

    /** What can be run, and what is saved. */
    record StrategiesView(
            List<KindView> kinds,
            List<StrategyView> items,
            @Nullable String nextCursor) {}

    @Allowed
    @GetMapping
    StrategiesView list(
            Caller caller,
            @RequestParam(required = false) @Nullable StrategyId cursor,
            @RequestParam(defaultValue = "50") @Min(value = 1, message = LIMIT) @Max(value = 200, message = LIMIT)
                    int limit) {
        PageView<SavedStrategy> page = PageView.of(
                rows.of(caller.subject(), cursor, limit + 1),
                limit,
                saved -> saved.strategyId().text());
        return new StrategiesView(
                kinds.all().stream().map(KindView::of).toList(),
                page.items().stream().map(StrategyView::of).toList(),
                page.nextCursor());
    }

    @Allowed({Role.TRADER, Role.ADMIN})
    @PostMapping
    ResponseEntity<StrategyView> save(
            Caller caller,
            @RequestHeader(name = CallKey.HEADER, required = false) @Nullable String idempotencyKey,
            @RequestBody SaveRequest request) {
        StrategyView saved =
                StrategyView.of(save.first(CallKey.of(caller.subject(), idempotencyKey, json.write(request)), request));
        return ResponseEntity.created(URI.create("/api/strategies/" + saved.strategyId()))
                .body(saved);
    }

    @Allowed({Role.TRADER, Role.ADMIN})
    @PutMapping("/{strategyId}")
    StrategyView change(Caller caller, @PathVariable StrategyId strategyId, @RequestBody SaveRequest request) {
        return StrategyView.of(save.next(caller.subject(), strategyId, request));
    }

    @Allowed
    @GetMapping("/{strategyId}")
    StrategyView newest(Caller caller, @PathVariable StrategyId strategyId) {
        return StrategyView.of(save.require(caller.subject(), strategyId));
    }

    @Allowed
    @GetMapping("/{strategyId}/versions")
    PageView<StrategyView> versions(
            Caller caller,
            @PathVariable StrategyId strategyId,
            @RequestParam(defaultValue = "2147483647")
                    @Min(value = 1, message = "expected a nextCursor of an earlier answer")
                    int cursor,
            @RequestParam(defaultValue = "50") @Min(value = 1, message = LIMIT) @Max(value = 200, message = LIMIT)
                    int limit) {
        save.require(caller.subject(), strategyId);
        PageView<SavedStrategy> page = PageView.of(
                rows.versions(caller.subject(), strategyId, cursor, limit + 1),
                limit,
                saved -> Integer.toString(saved.version()));
        return new PageView<>(page.items().stream().map(StrategyView::of).toList(), page.nextCursor());
    }

    @Allowed({Role.TRADER, Role.ADMIN})
    @PostMapping("/{strategyId}/archive")
    StrategyView archive(Caller caller, @PathVariable StrategyId strategyId) {
        return StrategyView.of(save.archive(caller.subject(), strategyId));
    }
}
