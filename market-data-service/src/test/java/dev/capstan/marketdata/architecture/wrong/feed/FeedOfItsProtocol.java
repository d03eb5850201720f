package dev.capstan.marketdata.architecture.wrong.feed;

import dev.capstan.marketdata.architecture.wrong.binance.ProtocolThatPublishes;
import java.util.function.Supplier;

/** Closes the cycle. */
public record FeedOfItsProtocol(Supplier<ProtocolThatPublishes> protocol) {

    String describe() {
        return protocol.get().toString();
    }
}
