-- What concerns an account as a whole; locked by whoever compares its balances or rebuilds one of its books.
create table account_book (
    account_id    uuid primary key,
    generation    integer     not null default 1,
    -- Venue time of the last snapshot that was booked or compared; null until the opening entry.
    compared_at   timestamptz
);

-- What the venue said, kept while it is not compared, and for ever when entries were booked from it.
create table balance_snapshot (
    event_id     uuid primary key,
    account_id   uuid        not null,
    observed_at  timestamptz not null,
    recorded_at  timestamptz not null,
    settled      boolean     not null default false,
    alerted      boolean     not null default false
);

create index balance_snapshot_waiting on balance_snapshot (account_id, observed_at) where not settled;

create table balance_snapshot_amount (
    event_id  uuid             not null references balance_snapshot on delete cascade,
    asset     text collate "C" not null,
    amount    numeric(38, 18)  not null,
    primary key (event_id, asset)
);

-- For each instrument the last event number whose fills are in the amounts.
create table balance_snapshot_mark (
    event_id       uuid             not null references balance_snapshot on delete cascade,
    instrument_id  text collate "C" not null,
    number         bigint           not null,
    primary key (event_id, instrument_id)
);
