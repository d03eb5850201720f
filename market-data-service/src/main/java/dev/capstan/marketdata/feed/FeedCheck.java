package dev.capstan.marketdata.feed;

import dev.capstan.kit.health.HealthCheck;
import org.springframework.stereotype.Component;

/** {@code market-data} in {@code /ready}: up when some replica feeds and its stream speaks. */
@Component
class FeedCheck implements HealthCheck {

    private final FeedReport report;

    FeedCheck(FeedReport report) {
        this.report = report;
    }

    @Override
    public String name() {
        return "market-data";
    }

    @Override
    public Result check() {
        return report.current().map(FeedCheck::judged).orElseGet(Result::notConfigured);
    }

    private static Result judged(FeedReport.FeedState feed) {
        if (feed.connected() && !feed.stale()) {
            return Result.up();
        }
        return Result.down(feed.connected() ? "stale since " + feed.status().lastMessageAt() : "not connected");
    }
}
