package dev.capstan.marketdata.feed;

import dev.capstan.kit.security.Allowed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/feeds/health}. */
@RestController
class FeedHealthController {

    /** One entry per venue. */
    record FeedsView(
            List<FeedReport.FeedView> items, @Nullable String nextCursor) {}

    private final FeedReport report;

    FeedHealthController(FeedReport report) {
        this.report = report;
    }

    @Allowed
    @GetMapping("/api/feeds/health")
    FeedsView health() {
        return new FeedsView(report.current().stream().toList(), null);
    }
}
