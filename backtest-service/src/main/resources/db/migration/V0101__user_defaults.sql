-- What a user's backtests are charged when a start does not say.
CREATE TABLE user_defaults (
    owner              text        PRIMARY KEY,
    commission_percent numeric     NOT NULL,
    slippage_ticks     integer     NOT NULL,
    created_at         timestamptz NOT NULL DEFAULT now(),
    updated_at         timestamptz NOT NULL DEFAULT now()
);
