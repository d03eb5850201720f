package dev.capstan.kit.consumer.deadletter;

import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.consumer.deadletter.DeadLetterRows.Filter;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.kit.security.Allowed;
import dev.capstan.kit.security.Caller;
import dev.capstan.kit.security.Role;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Dead letters for operators. */
@RestController
@RequestMapping("/internal/dead-letters")
class DeadLetterController {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterController.class);
    private static final String LIMIT = "expected 1 to 500";

    private final DeadLetterRows rows;
    private final Replay replay;

    DeadLetterController(DeadLetterRows rows, Replay replay) {
        this.rows = rows;
        this.replay = replay;
    }

    @Allowed({Role.ADMIN, Role.SERVICE})
    @GetMapping
    DeadLetterPage list(
            @RequestParam(defaultValue = "") String consumer,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "0") long cursor,
            @RequestParam(defaultValue = "100") @Min(value = 1, message = LIMIT) @Max(value = 500, message = LIMIT)
                    int limit) {
        List<DeadLetterView> items = rows.list(new Filter(consumer, topic, key), cursor, limit).stream()
                .map(DeadLetterView::of)
                .toList();
        return new DeadLetterPage(
                items,
                items.size() < limit ? null : String.valueOf(items.getLast().id()));
    }

    @Allowed({Role.ADMIN, Role.SERVICE})
    @GetMapping("/{id}")
    DeadLetterView show(@PathVariable long id) {
        return rows.find(id)
                .map(DeadLetterView::of)
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND, "There is no dead letter " + id + "."));
    }

    /** Without a body all of them. */
    @Allowed({Role.ADMIN, Role.SERVICE})
    @PostMapping("/replay")
    Replay.Outcome replay(@RequestBody(required = false) @Nullable ReplayRequest which, Caller caller) {
        ReplayRequest chosen = Objects.requireNonNullElse(which, new ReplayRequest(null, null, null));
        Replay.Outcome outcome = replay.run(chosen.filter());
        log.info("{} replayed dead letters: {}", caller.subject(), outcome);
        return outcome;
    }

    /** What to replay; an absent field means any. */
    record ReplayRequest(
            @Nullable String consumer,
            @Nullable String topic,
            @Nullable String key) {

        Filter filter() {
            return new Filter(
                    Objects.requireNonNullElse(consumer, ""),
                    Objects.requireNonNullElse(topic, ""),
                    Objects.requireNonNullElse(key, ""));
        }
    }

    /** One page. */
    record DeadLetterPage(
            List<DeadLetterView> items, @Nullable String nextCursor) {}

    /**
     * A dead letter as it is shown.
     *
     * @param payload as text
     */
    record DeadLetterView(
            long id,
            String consumer,
            String topic,
            int partition,
            long offset,
            String key,
            Map<String, String> headers,
            String payload,
            String reason,
            Instant recordedAt) {

        static DeadLetterView of(DeadLetter letter) {
            return new DeadLetterView(
                    letter.id(),
                    letter.consumer(),
                    letter.topic(),
                    letter.partition(),
                    letter.offset(),
                    letter.key(),
                    letter.headers(),
                    new String(letter.payload(), StandardCharsets.UTF_8),
                    letter.reason(),
                    letter.recordedAt());
        }
    }
}
