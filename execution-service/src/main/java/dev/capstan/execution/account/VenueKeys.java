package dev.capstan.execution.account;

/** An account's keys in the clear. Lives as short as possible; its text form shows nothing. */
public record VenueKeys(String apiKey, String secretKey) {

    @Override
    public String toString() {
        return "VenueKeys[***]";
    }
}
