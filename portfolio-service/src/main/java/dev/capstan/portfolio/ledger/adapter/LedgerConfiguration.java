package dev.capstan.portfolio.ledger.adapter;

import dev.capstan.portfolio.ledger.application.BookFill;
import dev.capstan.portfolio.ledger.domain.Books;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    BookFill bookFill(Books books) {
        return new BookFill(books);
    }
}
