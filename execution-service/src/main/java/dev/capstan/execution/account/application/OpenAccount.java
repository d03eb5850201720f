package dev.capstan.execution.account.application;

import dev.capstan.contracts.account.AccountKind;
import dev.capstan.contracts.id.VenueId;
import dev.capstan.execution.account.VenueKeys;

/** The command to open an account; valid in form. */
public record OpenAccount(
        String ownerSubject, String idempotencyKey, String name, AccountKind kind, VenueId venueId, VenueKeys keys) {}
