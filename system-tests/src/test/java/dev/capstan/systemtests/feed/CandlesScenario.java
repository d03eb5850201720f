package dev.capstan.systemtests.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.launcher.seed.DemoUser;
import dev.capstan.systemtests.dsl.Capstan;
import dev.capstan.systemtests.dsl.Venue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Whatever happens to the feed, and in a whole run has happened to it before, what is stored is the venue's own record. Each trouble
 * lasts longer than a candle with {@code --full}; else it is over soon, and what candles it cost is left to chance.
 */
class CandlesScenario {

    private static final Duration TROUBLE = Duration.ofSeconds(Capstan.full() ? 70 : 2);
    private static final Duration PATIENT = Duration.ofSeconds(60);

    /** Until a stack that has just started has closed its first candle. */
    private static final Duration FIRST = Duration.ofSeconds(100);

    private final Capstan capstan = Capstan.shared();
    private final Venue venue = capstan.venue();
    private final List<StoredMinutes> minutes = List.of("BTCUSDT", "ETHUSDT", "SOLUSDT", "XRPUSDT").stream()
            .map(symbol -> new StoredMinutes(
                    venue.url(), capstan.person(DemoUser.VIEWER).api(), symbol))
            .toList();

    @Test
    void areTheVenuesWhateverHappensToTheFeed() {
        capstan.awaitWhole(Duration.ofMinutes(2));
        await("a first candle")
                .atMost(FIRST)
                .ignoreExceptionsMatching(AssertionError.class::isInstance)
                .until(this::isFedAndStored);
        Instant begin = minutes.getFirst().newestRecorded();

        venue.willMisbehave("DROP_CONNECTION", Map.of("millis", TROUBLE.toMillis()));
        awaitTroublePassed();
        if (Capstan.full()) {
            venue.willMisbehave("SILENT_STREAM", Map.of("millis", TROUBLE.toMillis()));
            awaitTroublePassed();
        }
        restart("venue-simulator");
        restart("market-data-service");

        await("all that the venue has").atMost(PATIENT).until(this::isFedAndStored);
        if (Capstan.full()) {
            Instant end = minutes.getFirst().newestRecorded();
            assertThat(Duration.between(begin, end))
                    .as("candles closed meanwhile")
                    .isGreaterThan(TROUBLE.multipliedBy(3));
        }
        minutes.forEach(this::areTheVenues);
    }

    private void awaitTroublePassed() {
        long end = System.nanoTime() + TROUBLE.toNanos();
        await().atMost(TROUBLE.plus(PATIENT)).until(() -> System.nanoTime() > end);
        await("the feed").atMost(PATIENT).until(this::isFed);
    }

    private void restart(String process) {
        capstan.process(process).stop();
        long end = System.nanoTime() + TROUBLE.toNanos();
        await().atMost(TROUBLE.plus(PATIENT)).until(() -> System.nanoTime() > end);
        capstan.process(process).start();
        capstan.awaitWhole(Duration.ofMinutes(2));
        await("the feed").atMost(PATIENT).until(this::isFed);
    }

    private boolean isFedAndStored() {
        return isFed() && minutes.stream().allMatch(one -> isComplete(one.recorded(), one));
    }

    private boolean isFed() {
        JsonNode feed = capstan.person(DemoUser.VIEWER)
                .api()
                .get("/api/feeds/health")
                .body()
                .path("items")
                .path(0);
        return feed.path("connected").asBoolean() && !feed.path("stale").asBoolean(true);
    }

    private static boolean isComplete(List<String> recorded, StoredMinutes minutes) {
        List<String> stored = minutes.stored(recorded);
        return !stored.isEmpty() && stored.getLast().equals(recorded.getLast());
    }

    private void areTheVenues(StoredMinutes one) {
        List<String> recorded = one.recorded();
        await(one + " up to its newest candle").atMost(PATIENT).until(() -> isComplete(recorded, one));
        List<String> stored = one.stored(recorded);
        Instant first = StoredMinutes.openTime(stored.getFirst());
        System.out.printf("candles: %d of %s stored, all as the venue has them%n", stored.size(), one);
        assertThat(stored)
                .as(one.toString())
                .isEqualTo(recorded.stream()
                        .filter(line -> !StoredMinutes.openTime(line).isBefore(first))
                        .toList());
        assertThat(one.missing()).as("missing of " + one).isZero();
    }
}
