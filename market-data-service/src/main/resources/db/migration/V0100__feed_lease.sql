-- Who feeds a venue's market data, and what that replica last said about it, so that every replica can answer for the feed.
CREATE TABLE feed_lease (
    venue           text        PRIMARY KEY,
    owner           text        NOT NULL,
    lease_until     timestamptz NOT NULL,
    connected       boolean     NOT NULL,
    last_message_at timestamptz,
    lag_millis      bigint,
    ticks           bigint      NOT NULL,
    candles         bigint      NOT NULL,
    dropped_ticks   bigint      NOT NULL,
    reconnects      bigint      NOT NULL
);
