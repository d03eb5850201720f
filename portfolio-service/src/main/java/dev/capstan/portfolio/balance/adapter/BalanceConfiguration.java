package dev.capstan.portfolio.balance.adapter;

import dev.capstan.kit.consumer.StreamPositions;
import dev.capstan.portfolio.balance.application.CompareBalances;
import dev.capstan.portfolio.balance.domain.AccountBooks;
import dev.capstan.portfolio.balance.domain.DriftAlerts;
import dev.capstan.portfolio.ledger.LedgerConsumer;
import dev.capstan.portfolio.ledger.domain.Ledger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BalanceConfiguration {

    @Bean
    CompareBalances compareBalances(AccountBooks books, Ledger ledger, StreamPositions streams, DriftAlerts alerts) {
        return new CompareBalances(books, ledger, key -> streams.lastApplied(LedgerConsumer.NAME, key), alerts);
    }
}
