package dev.capstan.execution.account.config;

import dev.capstan.execution.account.LiveTrading;
import dev.capstan.execution.account.application.AccountChange;
import dev.capstan.execution.account.application.AccountRecords;
import dev.capstan.execution.account.application.AccountStore;
import dev.capstan.execution.account.application.GrantAccessHandler;
import dev.capstan.execution.account.application.OpenAccountHandler;
import dev.capstan.execution.account.application.ReplaceVenueKeysHandler;
import dev.capstan.execution.account.application.RevokeAccessHandler;
import dev.capstan.kit.ids.Ids;
import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.kit.outbox.CompactedStates;
import dev.capstan.kit.outbox.Outbox;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the use cases together. */
@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

    @Bean
    AccountRecords accountRecords(Outbox outbox, Ids ids, Clock clock) {
        return new AccountRecords(outbox, ids, clock);
    }

    /** Accounts that lost a record on the compacted topic heal from here. */
    @Bean
    CompactedStates accountStates(AccountStore store, AccountRecords records) {
        return () -> store.all().stream().map(records::message).toList();
    }

    @Bean
    AccountChange accountChange(AccountStore store, AccountRecords records, Transactions transactions) {
        return new AccountChange(store, records, transactions);
    }

    @Bean
    OpenAccountHandler openAccountHandler(
            AccountStore store, AccountRecords records, LiveTrading liveTrading, Ids ids, Transactions transactions) {
        return new OpenAccountHandler(store, records, liveTrading, ids, transactions);
    }

    @Bean
    ReplaceVenueKeysHandler replaceVenueKeysHandler(AccountChange change, AccountStore store) {
        return new ReplaceVenueKeysHandler(change, store);
    }

    @Bean
    GrantAccessHandler grantAccessHandler(AccountChange change, AccountStore store) {
        return new GrantAccessHandler(change, store);
    }

    @Bean
    RevokeAccessHandler revokeAccessHandler(AccountChange change, AccountStore store) {
        return new RevokeAccessHandler(change, store);
    }
}
