package dev.capstan.simulator.exchange.order;

import org.jspecify.annotations.Nullable;

/** How a client names one of its lists: by the venue's id, its own, or both (then both have to fit). */
public record ListKey(@Nullable Long listId, @Nullable String clientListId) {}
