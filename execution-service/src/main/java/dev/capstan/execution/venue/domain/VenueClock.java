package dev.capstan.execution.venue.domain;

import java.time.Instant;
import java.util.Optional;

/** The venue's time as we reckon it: our clock plus an offset measured every 30 s at the mid-point of the round trip. */
public interface VenueClock {

    /** Empty while the offset is older than 2 minutes or its error exceeds 500 ms: then nothing is claimed. */
    Optional<Instant> now();
}
