-- A strategy trading one instrument of one account. The row is the run: whoever changes it has it locked.
CREATE TABLE strategy_runs (
    id               uuid        PRIMARY KEY,
    owner            text        NOT NULL,
    account_id       uuid        NOT NULL,
    instrument_id    text        NOT NULL,
    market_epoch     text        NOT NULL,
    strategy_version integer     NOT NULL,
    spec             jsonb       NOT NULL,
    status           text        NOT NULL CHECK (status IN ('RUNNING', 'STOPPED', 'HALTED')),
    stage            text        NOT NULL,
    -- All that StrategyRun remembers, by name.
    state            jsonb       NOT NULL,
    refusal          text,
    -- Open times: of the last candle taken, and of the newest that is known to be over.
    last_candle      timestamptz NOT NULL,
    known_candle     timestamptz NOT NULL,
    last_close       bigint      NOT NULL,
    candles          bigint      NOT NULL DEFAULT 0,
    taken_at         timestamptz,
    ended_at         timestamptz,
    end_reason       text,
    ended_by         text,
    start_key        text        NOT NULL,
    start_hash       text        NOT NULL,
    created_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- A start that is repeated with its key finds the run that it started.
    UNIQUE (owner, start_key)
);
CREATE INDEX strategy_runs_of_account ON strategy_runs (account_id, id DESC);
CREATE INDEX strategy_runs_of_market ON strategy_runs (instrument_id, market_epoch) WHERE status = 'RUNNING';
CREATE INDEX strategy_runs_going_on ON strategy_runs (account_id) WHERE status = 'RUNNING';

-- Which replica looks after a run. Apart from the run, and without a reference to it, so that no word about a lease ever waits for one who
-- has the run locked.
CREATE TABLE run_leases (
    run_id      uuid        PRIMARY KEY,
    replica     text        NOT NULL,
    lease_until timestamptz NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    updated_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX run_leases_of_replica ON run_leases (replica);

-- Locked by whoever counts the runs of an account or their positions, so that two who count do not both find room.
CREATE TABLE account_guards (
    account_id uuid        PRIMARY KEY,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);

-- What the strategy made of every candle.
CREATE TABLE run_signals (
    run_id           uuid        NOT NULL REFERENCES strategy_runs (id),
    candle_open_time timestamptz NOT NULL,
    signal           text        NOT NULL,
    created_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (run_id, candle_open_time)
);

-- What the run wanted to do, and every attempt to do it. Prices and quantities in hundred-millionths.
CREATE TABLE run_intents (
    run_id                 uuid        NOT NULL REFERENCES strategy_runs (id),
    intent_number          integer     NOT NULL,
    attempt                integer     NOT NULL,
    strategy_version       integer     NOT NULL,
    candle_open_time       timestamptz NOT NULL,
    side                   text        NOT NULL,
    quantity               bigint      NOT NULL,
    stop                   bigint      NOT NULL,
    target                 bigint      NOT NULL,
    reason                 text        NOT NULL,
    -- Market time: what it acts on may play from here until there.
    decided_at             timestamptz NOT NULL,
    expires_at_market_time timestamptz NOT NULL,
    idempotency_key        text        NOT NULL,
    client_order_id        text        NOT NULL,
    state                  text        NOT NULL CHECK (state IN ('PENDING', 'SENT', 'ORDERED', 'ENDED')),
    order_id               uuid,
    cause                  text,
    -- Of the last fill; null while nothing filled.
    last_price             bigint,
    -- Wall clock: when it is sent next, if nobody has answered.
    due_at                 timestamptz NOT NULL,
    sent_at                timestamptz,
    ended_at               timestamptz,
    created_at             timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at             timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (run_id, intent_number, attempt),
    UNIQUE (client_order_id),
    CHECK ((state = 'ENDED') = (cause IS NOT NULL))
);
-- A run has at most one that is not over.
CREATE UNIQUE INDEX run_intents_open ON run_intents (run_id) WHERE state <> 'ENDED';

CREATE TABLE run_fills (
    run_id           uuid        NOT NULL REFERENCES strategy_runs (id),
    venue_order_id   text        NOT NULL,
    trade_id         text        NOT NULL,
    intent_number    integer     NOT NULL,
    attempt          integer     NOT NULL,
    side             text        NOT NULL,
    price            bigint      NOT NULL,
    quantity         bigint      NOT NULL,
    commission       numeric     NOT NULL,
    commission_asset text        NOT NULL,
    occurred_at      timestamptz NOT NULL,
    created_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (run_id, venue_order_id, trade_id)
);
REVOKE UPDATE, DELETE ON run_signals, run_fills FROM ${app_role};
