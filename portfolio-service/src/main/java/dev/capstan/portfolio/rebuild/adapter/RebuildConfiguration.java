package dev.capstan.portfolio.rebuild.adapter;

import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.portfolio.balance.application.CompareBalances;
import dev.capstan.portfolio.balance.domain.AccountBooks;
import dev.capstan.portfolio.ledger.domain.PositionAnnouncements;
import dev.capstan.portfolio.ledger.domain.PositionPages;
import dev.capstan.portfolio.rebuild.application.RebuildAccount;
import dev.capstan.portfolio.rebuild.application.RebuildBooks;
import dev.capstan.portfolio.rebuild.application.RebuildKey;
import dev.capstan.portfolio.rebuild.domain.BookHashes;
import dev.capstan.portfolio.rebuild.domain.Generations;
import dev.capstan.portfolio.rebuild.domain.OrderStreams;
import dev.capstan.portfolio.rebuild.domain.RebuildAlerts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RebuildConfiguration {

    @Bean
    RebuildKey rebuildKey(
            AccountBooks accountBooks,
            PositionPages pages,
            Generations generations,
            BookHashes hashes,
            OrderStreams streams,
            PositionAnnouncements announcements,
            RebuildAlerts alerts) {
        return new RebuildKey(accountBooks, pages, generations, hashes, streams, announcements, alerts);
    }

    @Bean
    RebuildAccount rebuildAccount(
            AccountBooks accountBooks, BookHashes hashes, CompareBalances compareBalances, RebuildAlerts alerts) {
        return new RebuildAccount(accountBooks, hashes, compareBalances, alerts);
    }

    @Bean
    RebuildBooks rebuildBooks(
            Transactions transactions,
            Generations generations,
            OrderStreams streams,
            RebuildKey keys,
            RebuildAccount accounts) {
        return new RebuildBooks(transactions, generations, streams, keys, accounts);
    }
}
