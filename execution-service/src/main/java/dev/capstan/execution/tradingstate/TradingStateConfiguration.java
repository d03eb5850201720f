package dev.capstan.execution.tradingstate;

import dev.capstan.kit.ids.Ids;
import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.kit.outbox.Outbox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class TradingStateConfiguration {

    @Bean
    JdbcTradingStates tradingStates(JdbcClient jdbc, Outbox outbox, Ids ids) {
        return new JdbcTradingStates(jdbc, outbox, ids);
    }

    @Bean
    SetTradingState setTradingState(
            TradingStates states, Transactions transactions, ClaimsInFlight claims, OpenOrders openOrders) {
        return new SetTradingState(states, transactions, claims, openOrders);
    }
}
