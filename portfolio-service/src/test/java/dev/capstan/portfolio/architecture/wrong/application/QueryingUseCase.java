package dev.capstan.portfolio.architecture.wrong.application;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A use case that writes SQL. */
public record QueryingUseCase(JdbcClient jdbc) {}
