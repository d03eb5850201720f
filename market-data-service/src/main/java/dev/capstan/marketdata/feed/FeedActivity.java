package dev.capstan.marketdata.feed;

import dev.capstan.kit.activity.ActivitySource;
import org.springframework.stereotype.Component;

/** A feed that should be connected and is not: what the venue tells meanwhile is heard of later. */
@Component
class FeedActivity implements ActivitySource {

    private final FeedReport report;

    FeedActivity(FeedReport report) {
        this.report = report;
    }

    @Override
    public String name() {
        return "feed";
    }

    @Override
    public Work look() {
        return report.current()
                .map(feed -> new Work(
                        feed.connected() ? 0 : 1,
                        feed.status().candles() + feed.status().reconnects()))
                .orElse(Work.NONE);
    }
}
