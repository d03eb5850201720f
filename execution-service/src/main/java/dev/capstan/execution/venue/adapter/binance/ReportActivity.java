package dev.capstan.execution.venue.adapter.binance;

import dev.capstan.execution.venue.adapter.binance.websocket.UserDataStreams;
import dev.capstan.kit.activity.ActivitySource;
import org.springframework.stereotype.Component;

/** What the venue's streams have told this replica and is not stored yet. */
@Component
class ReportActivity implements ActivitySource {

    private final UserDataStreams streams;

    ReportActivity(UserDataStreams streams) {
        this.streams = streams;
    }

    @Override
    public String name() {
        return "reports";
    }

    @Override
    public Work look() {
        return new Work(streams.undelivered(), streams.delivered());
    }
}
