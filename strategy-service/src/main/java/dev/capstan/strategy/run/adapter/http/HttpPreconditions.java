package dev.capstan.strategy.run.adapter.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.value.Money;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.strategy.run.application.MarketRules;
import dev.capstan.strategy.run.application.Precondition;
import dev.capstan.strategy.run.application.PreconditionCode;
import dev.capstan.strategy.run.domain.RunSpec;
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
        return spec -> asking.isReady("execution")
                ? Optional.empty()
                : failed(
                        PreconditionCode.VENUE_UP,
                        "execution-service is not ready to trade at "
                                + spec.instrumentId().venueId(),
                        "Look at its readiness, which names what is down.");
    }

    @Bean
    Precondition feedFresh(MarketRules market) {
        return spec -> market.feed(spec.instrumentId())
                        .filter(feed -> feed.connected() && !feed.stale())
                        .isPresent()
                ? Optional.empty()
                : failed(
                        PreconditionCode.FEED_FRESH,
                        "no fresh prices of " + spec.instrumentId(),
                        "Wait until the feed is connected and not stale.");
    }

    @Bean
    Precondition balanceCoversCapital(Asking asking) {
        return spec -> {
            try {
                return balance(asking, spec);
            } catch (ProblemException e) {
                return failed(
                        PreconditionCode.BALANCE_COVERS_CAPITAL,
                        "portfolio-service does not say what the account has",
                        "Wait until it does.");
            }
        };
    }

    private static Optional<Precondition.Failed> balance(Asking asking, RunSpec spec) {
        Optional<Balance> quote = asking
                .get(
                        "portfolio",
                        uri -> uri.path("/api/balances")
                                .queryParam("accountId", spec.accountId().text())
                                .queryParam("limit", 500)
                                .build(),
                        Balances.class)
                .stream()
                .flatMap(balances -> balances.items().stream())
                .filter(balance -> balance.asset().equals(spec.quoteAsset()))
                .findFirst();
        String has = quote.map(balance -> balance.balance().text() + (balance.stale() ? " (stale)" : ""))
                .orElse("0");
        boolean covers = quote.filter(
                        balance -> !balance.stale() && balance.balance().value().compareTo(spec.capital()) >= 0)
                .isPresent();
        return covers
                ? Optional.empty()
                : failed(
                        PreconditionCode.BALANCE_COVERS_CAPITAL,
                        "balance=" + has + " capital=" + spec.capital().toPlainString() + " asset=" + spec.quoteAsset(),
                        "Start with less capital, or add funds; a stale balance becomes fresh by itself.");
    }

    private static Optional<Precondition.Failed> failed(PreconditionCode code, String what, String remedy) {
        return Optional.of(new Precondition.Failed(code, what, remedy));
    }
}
