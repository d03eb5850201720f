package dev.capstan.kit.architecture.wrong.billing.application;

import org.springframework.jdbc.core.simple.JdbcClient;

class QueryingUseCase {

    long count(JdbcClient jdbc) {
        return jdbc.sql("SELECT 1").query(Long.class).single();
    }
}
