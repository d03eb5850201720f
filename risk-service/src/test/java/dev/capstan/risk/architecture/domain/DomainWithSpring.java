package dev.capstan.risk.architecture.domain;

import dev.capstan.risk.architecture.application.ApplicationWithSql;
import org.springframework.context.ApplicationContext;

/** Breaks two rules on purpose: domain on Spring, and a cycle with application. */
public class DomainWithSpring {

    final Class<?> spring = ApplicationContext.class;
    final Class<?> cycle = ApplicationWithSql.class;
}
