-- The last comparison of each account with its venue, and who asked for the next.
create table reconciliation_run (
    account_id      uuid primary key,
    ran_at          timestamptz,
    finished_at     timestamptz,
    complete        boolean     not null default false,
    error           text,
    compared_orders integer     not null default 0,
    compared_fills  integer     not null default 0,
    balances_proven boolean     not null default false,
    differences     jsonb       not null default '[]',
    requested_at    timestamptz
);

-- Up to here, by the venue's time, all fills of the instrument are booked.
create table reconciliation_point (
    account_id    uuid        not null,
    instrument_id text        not null,
    proven_until  timestamptz not null,
    primary key (account_id, instrument_id)
);
