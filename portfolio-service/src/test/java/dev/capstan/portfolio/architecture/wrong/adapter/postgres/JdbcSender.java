package dev.capstan.portfolio.architecture.wrong.adapter.postgres;

import dev.capstan.portfolio.architecture.wrong.adapter.kafka.Sender;

/** An adapter that uses another one. */
public record JdbcSender(Sender sender) {}
