package dev.capstan.execution.account.adapter.web;

import dev.capstan.contracts.account.AccountKind;
import dev.capstan.contracts.id.VenueId;
import dev.capstan.execution.account.VenueKeys;
import dev.capstan.execution.account.application.OpenAccount;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /api/accounts}. */
record CreateAccountRequest(
        @Nullable String name,
        @Nullable String kind,
        @Nullable String venueId,
        @Nullable String apiKey,
        @Nullable String secretKey) {

    private static final VenueId BINANCE = VenueId.parse("BINANCE");

    OpenAccount toCommand(String ownerSubject, String idempotencyKey) {
        Checks checks = new Checks();
        String checkedName = checks.text("name", name, 80);
        AccountKind checkedKind = checks.oneOf("kind", kind, "PAPER or LIVE", AccountKind::valueOf);
        VenueId checkedVenue = checks.oneOf("venueId", venueId, "BINANCE", CreateAccountRequest::venue);
        String checkedApiKey = checks.visibleAscii("apiKey", apiKey, 128);
        String checkedSecret = checks.visibleAscii("secretKey", secretKey, 256);
        checks.done();
        return new OpenAccount(
                ownerSubject,
                idempotencyKey,
                checkedName,
                Objects.requireNonNull(checkedKind),
                Objects.requireNonNull(checkedVenue),
                new VenueKeys(checkedApiKey, checkedSecret));
    }

    private static VenueId venue(String text) {
        VenueId venueId = VenueId.parse(text);
        if (!venueId.equals(BINANCE)) {
            throw new IllegalArgumentException("not a venue orders can be sent to");
        }
        return venueId;
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "CreateAccountRequest[name=" + name + ", kind=" + kind + ", venueId=" + venueId + "]";
    }
}
