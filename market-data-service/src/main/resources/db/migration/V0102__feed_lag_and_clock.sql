-- The lag of the last thousand frames, and how far the venue's clock is ahead of ours: null until known.
ALTER TABLE feed_lease
    ADD COLUMN lag_p50_millis      bigint,
    ADD COLUMN lag_p95_millis      bigint,
    ADD COLUMN clock_offset_millis bigint;
