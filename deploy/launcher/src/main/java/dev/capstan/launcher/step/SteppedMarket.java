package dev.capstan.launcher.step;

import dev.capstan.launcher.LaunchFailure;
import dev.capstan.launcher.component.JsonHttp;
import dev.capstan.launcher.component.JsonHttp.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The venue's control address, as far as its market is moved by steps. */
final class SteppedMarket {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int SERVER_ERROR = 500;

    private final String controlUrl;
    private final Duration limit;

    /**
     * The market of the venue at that address.
     *
     * @param limit how long a venue that does not answer is asked again
     */
    SteppedMarket(String controlUrl, Duration limit) {
        this.controlUrl = controlUrl;
        this.limit = limit;
    }

    /** Number of the last step. */
    long last() {
        JsonNode ready = ready();
        if (!ready.path("mode").asString("").equals("step")) {
            throw new LaunchFailure(
                    "the clock moves the market of this stack; start one with ./capstan up --step --market synthetic");
        }
        return ready.path("step").asLong();
    }

    /** Whether no candle follows. */
    boolean hasEnded() {
        return ready().path("ended").asBoolean();
    }

    private JsonNode ready() {
        return JsonHttp.get(controlUrl + "/control/ready", Map.of())
                .orFail("the venue")
                .body();
    }

    /** Makes step {@code number}. A venue that dies on the way is asked again: it knows whether it had made it. */
    Step reach(long number) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            Attempt attempt = ask(number);
            if (attempt.step() != null) {
                return attempt.step();
            }
            if (System.nanoTime() - end > 0) {
                throw new LaunchFailure("no step " + number + ": " + attempt.trouble());
            }
            pause();
        }
    }

    private record Attempt(@Nullable Step step, String trouble) {}

    private Attempt ask(long number) {
        Answer answer;
        try {
            answer = JsonHttp.post(controlUrl + "/control/step", Map.of(), "{\"expect\":" + number + "}");
        } catch (LaunchFailure silent) {
            return new Attempt(null, String.valueOf(silent.getMessage()));
        }
        if (answer.isOk()) {
            return new Attempt(Step.of(answer.body()), "");
        }
        if (answer.status() < SERVER_ERROR) {
            throw new LaunchFailure("the venue refuses step " + number + ": "
                    + answer.body().path("detail").asString(""));
        }
        return new Attempt(null, "the venue answered " + answer.status());
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        } catch (InterruptedException e) {
            throw LaunchFailure.interrupted("waiting for the venue", e);
        }
    }
}
