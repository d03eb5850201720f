package dev.capstan.systemtests.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** How long it takes after a blow until new orders go their way again, on every instrument of every account. */
public final class Recovery {

    private static final Duration POLL = Duration.ofMillis(250);

    private final Instant begin = Instant.now();
    private final List<Probe> probes;
    private final Set<String> refusals = new TreeSet<>();

    /**
     * Begins now.
     *
     * @param sells whether the first order of each key sells, or buys
     */
    public Recovery(List<TradingAccount> accounts, boolean sells) {
        probes = accounts.stream()
                .flatMap(account ->
                        Traffic.INSTRUMENTS.stream().map(instrument -> new Probe(account, instrument, sells)))
                .toList();
    }

    public Instant begin() {
        return begin;
    }

    public Duration sinceBegin() {
        return Duration.between(begin, Instant.now());
    }

    /** Why orders were not accepted meanwhile: status and code of the answers. */
    public Set<String> refusals() {
        return refusals;
    }

    /** @param accepted told of each key when an order on it is answered 201 */
    public Duration awaitAccepted(Duration limit, Consumer<Probe> accepted) {
        return awaitAll(limit, "an order was accepted", probe -> {
            boolean now = probe.isAccepted();
            if (now) {
                accepted.accept(probe);
            }
            return now;
        });
    }

    /** Those that were accepted reach the venue, or later ones do. */
    public Duration awaitAtVenue(Duration limit) {
        return awaitAll(limit, "an order reached the venue", Probe::isAtVenue);
    }

    private Duration awaitAll(Duration limit, String what, Predicate<Probe> holds) {
        List<Probe> waiting = new ArrayList<>(probes);
        await().pollDelay(Duration.ZERO).pollInterval(POLL).atMost(limit).untilAsserted(() -> {
            waiting.removeIf(holds);
            assertThat(waiting).as("keys on which not yet " + what).isEmpty();
        });
        return sinceBegin();
    }

    /** One order at a time on one key; each is the other way than the one before, or positions would grow to their limit. */
    public final class Probe {

        private final TradingAccount account;
        private final String instrument;
        private String orderId = "";
        private String last = "";
        private boolean sells;

        Probe(TradingAccount account, String instrument, boolean sells) {
            this.account = account;
            this.instrument = instrument;
            this.sells = sells;
        }

        public TradingAccount account() {
            return account;
        }

        public String instrument() {
            return instrument;
        }

        private boolean isAccepted() {
            String side = sells ? "SELL" : "BUY";
            try {
                Answer answer = account.placesOnce(account.market(side, instrument, Traffic.small(instrument)));
                if (answer.status() == 201) {
                    orderId = answer.body().path("orderId").asString();
                    return true;
                }
                refused(answer.status() + " " + answer.body().path("code").asString());
            } catch (RuntimeException noAnswer) {
                refused(noAnswer.getClass().getSimpleName());
            }
            return false;
        }

        private void refused(String why) {
            refusals.add(why);
            last = why;
        }

        private boolean isAtVenue() {
            try {
                JsonNode order = account.order(orderId);
                last = order.path("status").asString();
                if (!order.path("venueOrderId").isNull()) {
                    return true;
                }
                if (TradingAccount.isOver(order)) {
                    sells = !sells;
                    isAccepted();
                }
            } catch (RuntimeException | AssertionError noAnswer) {
                last = noAnswer.getClass().getSimpleName();
            }
            return false;
        }

        @Override
        public String toString() {
            return instrument + " of " + account.accountId() + ", last " + last;
        }
    }
}
