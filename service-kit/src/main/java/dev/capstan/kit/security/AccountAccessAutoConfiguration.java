package dev.capstan.kit.security;

import dev.capstan.contracts.Topics;
import dev.capstan.contracts.account.AccountEvent;
import dev.capstan.kit.consumer.Views;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

@AutoConfiguration
class AccountAccessAutoConfiguration {

    /** Lazy, so that only a service that asks for it reads the topic. */
    @Bean
    @Lazy
    @ConditionalOnMissingBean
    AccountAccess accountAccessByView(Views views) {
        return new AccountAccess(views.follow(Topics.ACCOUNT_EVENTS, AccountEvent.class, AccountEvent::version));
    }
}
