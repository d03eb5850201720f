package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.Asset;
import dev.capstan.execution.venue.domain.VenueBalance;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the venue last said each account may still spend; asked at most once at a time for an account. */
public final class FreeBalances {

    private static final Logger log = LoggerFactory.getLogger(FreeBalances.class);
    private static final Duration OLD = Duration.ofSeconds(10);

    private final Function<AccountId, List<VenueBalance>> venue;
    private final Duration patience;
    private final Map<AccountId, Snapshot> known = new ConcurrentHashMap<>();
    private final Map<AccountId, CompletableFuture<Snapshot>> asking = new ConcurrentHashMap<>();

    /**
     * @param venue asks the account's venue
     * @param patience how long a fresh word is waited for
     */
    public FreeBalances(Function<AccountId, List<VenueBalance>> venue, Duration patience) {
        this.venue = venue;
        this.patience = patience;
    }

    /** The last word, however old; an old one is renewed aside. Empty when the venue was never asked. */
    Optional<BigDecimal> known(AccountId accountId, Asset asset) {
        Snapshot snapshot = known.get(accountId);
        if (snapshot != null && snapshot.isOld()) {
            CompletableFuture<Snapshot> renewal = ask(accountId);
            log.trace("Balances of {} are old, renewal {}", accountId, renewal);
        }
        return Optional.ofNullable(snapshot).map(said -> said.free(asset));
    }

    /** A word given after this call began; empty when the venue does not answer soon. */
    Optional<BigDecimal> fresh(AccountId accountId, Asset asset) {
        try {
            return Optional.of(askAnew(accountId)
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .free(asset));
        } catch (TimeoutException | ExecutionException unanswered) {
            log.debug("Balances of {} are not known: {}", accountId, unanswered.toString());
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** An answer on its way may be older than the fill that this order lives on: the next one is waited for. */
    private CompletableFuture<Snapshot> askAnew(AccountId accountId) {
        CompletableFuture<Snapshot> running = asking.get(accountId);
        return running == null
                ? ask(accountId)
                : running.handle((answer, failure) -> accountId).thenCompose(this::ask);
    }

    private CompletableFuture<Snapshot> ask(AccountId accountId) {
        CompletableFuture<Snapshot> mine = new CompletableFuture<>();
        CompletableFuture<Snapshot> running = asking.putIfAbsent(accountId, mine);
        if (running != null) {
            return running;
        }
        Thread.ofVirtual().name("balances-" + accountId).start(() -> fetch(accountId, mine));
        return mine;
    }

    private void fetch(AccountId accountId, CompletableFuture<Snapshot> result) {
        try {
            Snapshot snapshot = Snapshot.of(venue.apply(accountId));
            known.put(accountId, snapshot);
            asking.remove(accountId, result);
            result.complete(snapshot);
        } catch (RuntimeException unanswered) {
            asking.remove(accountId, result);
            result.completeExceptionally(unanswered);
        }
    }

    private record Snapshot(Map<Asset, BigDecimal> free, long takenAt) {

        static Snapshot of(List<VenueBalance> balances) {
            return new Snapshot(
                    balances.stream()
                            .collect(Collectors.toMap(
                                    VenueBalance::asset,
                                    balance -> balance.free().value())),
                    System.nanoTime());
        }

        BigDecimal free(Asset asset) {
            return free.getOrDefault(asset, BigDecimal.ZERO);
        }

        boolean isOld() {
            return System.nanoTime() - takenAt > OLD.toNanos();
        }
    }
}
