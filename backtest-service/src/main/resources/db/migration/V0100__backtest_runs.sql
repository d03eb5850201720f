-- Every backtest that was ever asked for, and the queue of those that are not over. A worker that holds a run has its lease and its fence;
-- both are asked for in every statement that changes the run.
CREATE TABLE backtest_runs (
    id                  uuid        PRIMARY KEY,
    owner               text        NOT NULL,
    idempotency_key     text        NOT NULL,
    request_hash        text        NOT NULL,
    spec                jsonb       NOT NULL,
    priority            smallint    NOT NULL,
    time_limit_seconds  integer     NOT NULL,
    state               text        NOT NULL
        CHECK (state IN ('PENDING', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELED', 'TIMED_OUT')),
    attempt             integer     NOT NULL DEFAULT 0,
    fence               bigint      NOT NULL DEFAULT 0,
    worker              text,
    lease_until         timestamptz,
    deadline            timestamptz,
    candles_done        bigint      NOT NULL DEFAULT 0,
    candles_total       bigint      NOT NULL DEFAULT 0,
    started_at          timestamptz,
    ended_at            timestamptz,
    failure             jsonb,
    result              jsonb,
    results_storage_key text,
    created_at          timestamptz NOT NULL DEFAULT now(),
    updated_at          timestamptz NOT NULL DEFAULT now(),
    -- A start that is repeated, for whatever reason, finds the run that it started.
    UNIQUE (owner, idempotency_key),
    CHECK ((state = 'RUNNING') = (lease_until IS NOT NULL)),
    CHECK ((state = 'COMPLETED') = (results_storage_key IS NOT NULL))
);

-- The queue: who is next, the most urgent and of those the oldest.
CREATE INDEX backtest_runs_queue ON backtest_runs (priority DESC, created_at, id) WHERE state = 'PENDING';
-- What may have to be taken from a worker, or to be given up.
CREATE INDEX backtest_runs_open ON backtest_runs (id) WHERE state IN ('PENDING', 'RUNNING');
CREATE INDEX backtest_runs_of_owner ON backtest_runs (owner, id DESC);
