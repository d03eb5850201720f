package dev.capstan.portfolio.architecture.wrong.adapter.kafka;

/** What an adapter of another technology must not use. */
public interface Sender {}
