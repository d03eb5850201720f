package dev.capstan.strategy.run.adapter.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.Money;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.strategy.run.application.MarketRules;
import dev.capstan.strategy.run.application.Precondition;
import dev.capstan.strategy.run.application.PreconditionCode;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the other services must say before a run starts. */
@Configuration(proxyBeanMethods = false)
class HttpPreconditions {

    private record Balances(List<Balance> items) {}

    private record Balance(
            Asset asset,
            Money balance,
            @JsonProperty("is_stale") boolean stale) {}

    @Bean
    Precondition riskUp(Asking asking) {
        return _ -> asking.isReady("risk")
                ? Optional.empty()
                : failed(
                        PreconditionCode.RISK_UP,
                        "risk-service does not answer, or is not ready",
                        "Wait until it is; without it no order passes.");
    }

    @Bean
    Precondition venueUp(Asking asking) {
        return wanted -> asking.isReady("execution")
                ? Optional.empty()
                : failed(
                        PreconditionCode.VENUE_UP,
                        "execution-service is not ready to trade at "
                                + wanted.instrumentId().venueId(),
                        "Look at its readiness, which names what is down.");
    }

    @Bean
    Precondition feedFresh(MarketRules market) {
        return wanted -> isFresh(market, wanted.instrumentId())
                ? Optional.empty()
                : failed(
                        PreconditionCode.FEED_FRESH,
                        "no fresh prices of " + wanted.instrumentId(),
                        "Wait until market-data-service answers, and the feed is connected and not stale.");
    }

    private static boolean isFresh(MarketRules market, InstrumentId instrument) {
        try {
            return market.feed(instrument)
                    .filter(feed -> feed.connected() && !feed.stale())
                    .isPresent();
        } catch (ProblemException e) {
            return false;
        }
    }

    @Bean
    Precondition balanceCoversCapital(Asking asking) {
        return wanted -> {
            Asset quote = wanted.quoteAsset();
            try {
                return quote == null ? Optional.empty() : balance(asking, wanted, quote);
            } catch (ProblemException e) {
                return failed(
                        PreconditionCode.BALANCE_COVERS_CAPITAL,
                        "portfolio-service does not say what the account has",
                        "Wait until it does.");
            }
        };
    }

    private static Optional<Precondition.Failed> balance(Asking asking, Precondition.Wanted wanted, Asset asset) {
        Optional<Balance> found = asking
                .get(
                        "portfolio",
                        uri -> uri.path("/api/balances")
                                .queryParam("accountId", wanted.accountId().text())
                                .queryParam("limit", 500)
                                .build(),
                        Balances.class)
                .stream()
                .flatMap(balances -> balances.items().stream())
                .filter(balance -> balance.asset().equals(asset))
                .findFirst();
        String has = found.map(balance -> balance.balance().text() + (balance.stale() ? " (stale)" : ""))
                .orElse("0");
        boolean covers = found.filter(
                        balance -> !balance.stale() && balance.balance().value().compareTo(wanted.capital()) >= 0)
                .isPresent();
        return covers
                ? Optional.empty()
                : failed(
                        PreconditionCode.BALANCE_COVERS_CAPITAL,
                        "balance=" + has + " capital=" + wanted.capital().toPlainString() + " asset=" + asset,
                        "Start with less capital, or add funds; a stale balance becomes fresh by itself.");
    }

    private static Optional<Precondition.Failed> failed(PreconditionCode code, String what, String remedy) {
        return Optional.of(new Precondition.Failed(code, what, remedy));
    }
}
