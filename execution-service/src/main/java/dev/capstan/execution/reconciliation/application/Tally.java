package dev.capstan.execution.reconciliation.application;

import dev.capstan.execution.reconciliation.domain.Difference;
import dev.capstan.execution.reconciliation.domain.Difference.Kind;
import dev.capstan.execution.venue.domain.VenueReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the differences of a run. What is younger than the stream's usual delay is not one: its report is on the way, and booking it
 * here first changes nothing.
 */
final class Tally {

    private static final Duration ON_THE_WAY = Duration.ofSeconds(3);

    private final Instant venueNow;
    private final List<Difference> differences = new ArrayList<>();

    Tally(Instant venueNow) {
        this.venueNow = venueNow;
    }

    void note(Kind kind, VenueReport report) {
        note(new Difference(kind, report.instrumentId(), report.clientOrderId().text()), report.occurredAt());
    }

    void note(Difference difference, Instant occurredAt) {
        if (occurredAt.isBefore(venueNow.minus(ON_THE_WAY)) && !differences.contains(difference)) {
            differences.add(difference);
        }
    }

    List<Difference> differences() {
        return differences;
    }
}
