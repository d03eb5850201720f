-- Calls of one key in one window, added up over all gateways. Unlogged, because it is written with every call that changes something and
-- is worth nothing after its minute: a crash of PostgreSQL empties it, and the limits begin anew.
CREATE UNLOGGED TABLE rate_count (
    key           text        NOT NULL,
    window_number bigint      NOT NULL,
    used          bigint      NOT NULL,
    ends_at       timestamptz NOT NULL,
    PRIMARY KEY (key, window_number)
) WITH (fillfactor = 50);

CREATE INDEX rate_count_ends_at ON rate_count (ends_at);
