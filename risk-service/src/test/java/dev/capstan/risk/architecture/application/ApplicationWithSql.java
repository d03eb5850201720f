package dev.capstan.risk.architecture.application;

import dev.capstan.risk.architecture.domain.DomainWithSpring;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Breaks two rules on purpose: application on SQL, and a cycle with domain. */
public class ApplicationWithSql {

    final Class<?> cycle = DomainWithSpring.class;
    final Class<?> sql = JdbcClient.class;
}
