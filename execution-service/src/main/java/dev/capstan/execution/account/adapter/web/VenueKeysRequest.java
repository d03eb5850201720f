package dev.capstan.execution.account.adapter.web;

import dev.capstan.execution.account.VenueKeys;
import org.jspecify.annotations.Nullable;

/** Body of {@code PUT /api/accounts/{accountId}/venue-keys}. */
record VenueKeysRequest(@Nullable String apiKey, @Nullable String secretKey) {

    VenueKeys toKeys() {
        Checks checks = new Checks();
        VenueKeys keys = new VenueKeys(
                checks.visibleAscii("apiKey", apiKey, 128), checks.visibleAscii("secretKey", secretKey, 256));
        checks.done();
        return keys;
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "VenueKeysRequest[***]";
    }
}
