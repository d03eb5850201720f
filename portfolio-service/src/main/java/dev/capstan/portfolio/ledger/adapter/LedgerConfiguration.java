package dev.capstan.portfolio.ledger.adapter;

import dev.capstan.portfolio.ledger.application.BookFills;
import dev.capstan.portfolio.ledger.domain.Books;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    BookFills bookFills(Books books) {
        return new BookFills(books);
    }
}
