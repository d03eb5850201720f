package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.value.Price;
import dev.capstan.execution.order.domain.Denial;
import dev.capstan.execution.order.domain.OrderTerms;
import dev.capstan.execution.order.domain.Plain;
import dev.capstan.execution.venue.domain.InstrumentRules;
import dev.capstan.execution.venue.domain.Instruments;
import dev.capstan.execution.venue.domain.PriceBands;
import dev.capstan.execution.venue.domain.PriceBands.Band;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the venue would find a limit price too far from its market. A market price of the last minute is good enough to let an order
 * pass; only one asked just now refuses it. When the venue does not say it soon the order passes: the venue decides anyway.
 */
public final class PriceBandCheck {

    private static final Logger log = LoggerFactory.getLogger(PriceBandCheck.class);
    private static final Duration GOOD_TO_PASS = Duration.ofMinutes(1);

    private final Instruments instruments;
    private final Clock clock;
    private final Duration patience;
    private final Map<InstrumentId, Seen> seen = new ConcurrentHashMap<>();

    /** @param patience how long a price is waited for */
    public PriceBandCheck(Instruments instruments, Clock clock, Duration patience) {
        this.instruments = instruments;
        this.clock = clock;
        this.patience = patience;
    }

    Optional<Denial> refuse(OrderTerms terms, InstrumentRules rules) {
        PriceBands bands = rules.priceBands();
        Price limit = terms.limitPrice();
        if (bands == null || limit == null) {
            return Optional.empty();
        }
        Band band = bands.of(terms.side());
        return isKnownToHold(terms.instrumentId(), band, limit)
                ? Optional.empty()
                : fresh(rules).filter(market -> !band.holds(limit, market)).map(market -> denial(limit, band, market));
    }

    private boolean isKnownToHold(InstrumentId instrumentId, Band band, Price limit) {
        Seen last = seen.get(instrumentId);
        return last != null
                && clock.instant().isBefore(last.at().plus(GOOD_TO_PASS))
                && band.holds(limit, last.market());
    }

    private Optional<Price> fresh(InstrumentRules rules) {
        CompletableFuture<Price> answer = new CompletableFuture<>();
        Thread.ofVirtual().name("reference-price-" + rules.instrumentId()).start(() -> ask(rules, answer));
        try {
            return Optional.of(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException unanswered) {
            log.debug("No reference price of {}: {}", rules.instrumentId(), unanswered.toString());
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void ask(InstrumentRules rules, CompletableFuture<Price> answer) {
        try {
            Price market = instruments.referencePrice(rules);
            seen.put(rules.instrumentId(), new Seen(market, clock.instant()));
            answer.complete(market);
        } catch (RuntimeException unanswered) {
            answer.completeExceptionally(unanswered);
        }
    }

    private static Denial denial(Price limit, Band band, Price market) {
        return new Denial(
                DenialReason.PRICE_OUT_OF_RANGE,
                "limitPrice=" + limit.text() + " market="
                        + Plain.of(market.value()).toPlainString() + " lowest="
                        + band.lowest().toPlainString() + "x highest="
                        + band.highest().toPlainString() + "x");
    }

    private record Seen(Price market, Instant at) {}
}
