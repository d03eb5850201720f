package dev.capstan.risk.architecture.domain;

import dev.capstan.risk.architecture.application.ApplicationWithSql;
import org.springframework.stereotype.Component;

/** Breaks two rules on purpose: domain on Spring, and a cycle with application. */
@Component
public class DomainWithSpring {

    final Class<?> cycle = ApplicationWithSql.class;
}
