-- Whether new orders pass. Claims lock the three rows above an order in share mode, so a row exists before its first claim.
CREATE TABLE trading_state (
    state_key     text PRIMARY KEY,
    rank          smallint    NOT NULL,
    scope         text        NOT NULL CHECK (scope IN ('ALL', 'ACCOUNT', 'INSTRUMENT')),
    account_id    uuid,
    instrument_id text,
    state         text        NOT NULL CHECK (state IN ('ACTIVE', 'HALTED')),
    cause         text        NOT NULL,
    changed_by    text        NOT NULL,
    reason        text,
    version       bigint      NOT NULL,
    changed_at    timestamptz NOT NULL,
    CHECK ((scope = 'ALL') = (account_id IS NULL)),
    CHECK ((scope = 'INSTRUMENT') = (instrument_id IS NOT NULL))
);
INSERT INTO trading_state (state_key, rank, scope, state, cause, changed_by, version, changed_at)
VALUES ('ALL', 0, 'ALL', 'ACTIVE', 'PERSON', 'installation', 1, clock_timestamp());
