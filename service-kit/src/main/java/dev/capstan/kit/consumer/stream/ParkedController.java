package dev.capstan.kit.consumer.stream;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.kit.consumer.StreamPositions;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.kit.security.Allowed;
import dev.capstan.kit.security.Caller;
import dev.capstan.kit.security.Role;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Parked keys for operators. */
@RestController
@RequestMapping("/internal/parked")
class ParkedController {

    private static final Logger log = LoggerFactory.getLogger(ParkedController.class);

    private final JdbcClient jdbc;
    private final StreamPositions positions;

    ParkedController(JdbcClient jdbc, StreamPositions positions) {
        this.jdbc = jdbc;
        this.positions = positions;
    }

    @Allowed({Role.ADMIN, Role.SERVICE})
    @GetMapping
    ParkedPage list() {
        return new ParkedPage(jdbc.sql("""
                        SELECT consumer, stream_key, last_number, known_number, parked_number, parked_reason, parked_at
                          FROM stream_position WHERE parked_at IS NOT NULL ORDER BY parked_at, consumer, stream_key
                        """)
                .query((row, _) -> new ParkedView(
                        row.getString("consumer"),
                        row.getString("stream_key"),
                        row.getLong("last_number"),
                        row.getLong("known_number"),
                        row.getLong("parked_number"),
                        row.getString("parked_reason"),
                        row.getObject("parked_at", OffsetDateTime.class).toInstant()))
                .list());
    }

    /** Tries the key again, now. */
    @Allowed({Role.ADMIN, Role.SERVICE})
    @PostMapping("/unpark")
    UnparkAnswer unpark(@RequestBody UnparkRequest request, Caller caller) {
        boolean unparked = tried(request);
        log.info(
                "{} asked to un-park {} of {}: {}",
                caller.subject(),
                request.streamKey(),
                request.consumer(),
                unparked);
        return new UnparkAnswer(unparked, positions.lastApplied(request.consumer(), request.streamKey()));
    }

    private boolean tried(UnparkRequest request) {
        try {
            return positions.unpark(request.consumer(), request.streamKey());
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("consumer", String.valueOf(e.getMessage()));
        }
    }

    /** Which key of which consumer. */
    record UnparkRequest(String consumer, StreamKey streamKey) {}

    /** Whether it goes on, and from where. */
    record UnparkAnswer(boolean unparked, long lastNumber) {}

    /** All parked keys of this service. */
    record ParkedPage(List<ParkedView> items) {}

    /**
     * One of them.
     *
     * @param lastNumber last applied
     * @param knownNumber highest heard of
     * @param number that could not be applied
     */
    record ParkedView(
            String consumer,
            String streamKey,
            long lastNumber,
            long knownNumber,
            long number,
            String reason,
            Instant parkedAt) {}
}
