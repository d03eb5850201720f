package dev.capstan.marketdata.upkeep;

import dev.capstan.contracts.id.VenueId;

/** The market that is fed: its venue, and the name of the replay, empty for a real one. */
record Market(VenueId venueId, String epoch) {}
