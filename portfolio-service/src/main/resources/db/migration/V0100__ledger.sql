-- A position per account and instrument. The row is a function of the key's fills, except for version, which only rises.
create table position (
    account_id     uuid                        not null,
    instrument_id  text collate "C"            not null,
    base_asset     text,
    quote_asset    text,
    holding        numeric(38, 18)             not null default 0,
    cost           numeric(38, 18)             not null default 0,
    realized_pnl   numeric(38, 18)             not null default 0,
    version        bigint                      not null default 0,
    stream_number  bigint                      not null default 0,
    generation     integer                     not null default 1,
    -- The new generation is complete once the stream is applied up to here; null when no rebuild runs.
    rebuild_until  bigint,
    -- What the generation before hashed to, so that the comparison survives a crash in the middle.
    rebuild_ledger_hash    text,
    rebuild_position_hash  text,
    parked         boolean                     not null default false,
    as_of          timestamptz,
    primary key (account_id, instrument_id),
    check ((base_asset is null) = (quote_asset is null)),
    check (holding <> 0 or cost = 0)
);

-- The fills of the current generation, each with the position right after it at its place in the order of occurrence.
create table fill (
    account_id          uuid             not null,
    instrument_id       text collate "C" not null,
    trade_id            text collate "C" not null,
    venue_order_id      text collate "C" not null,
    trade_order         bigint           not null,
    side                text             not null check (side in ('BUY', 'SELL')),
    last_price          numeric(38, 18)  not null check (last_price > 0),
    last_quantity       numeric(38, 18)  not null check (last_quantity > 0),
    commission          numeric(38, 18)  not null check (commission >= 0),
    commission_asset    text             not null,
    holding_after       numeric(38, 18)  not null,
    cost_after          numeric(38, 18)  not null,
    realized_pnl_after  numeric(38, 18)  not null,
    occurred_at         timestamptz      not null,
    recorded_at         timestamptz      not null,
    primary key (account_id, instrument_id, trade_id, venue_order_id)
);

create unique index fill_by_rank
    on fill (account_id, instrument_id, occurred_at, trade_order, venue_order_id, trade_id);

-- The double entry. A book is an instrument of an account, or ACCOUNT for what concerns the account as a whole.
create table ledger_entry (
    entry_id        uuid primary key,
    transaction_id  uuid             not null,
    account_id      uuid             not null,
    book            text collate "C" not null,
    generation      integer          not null,
    kind            text             not null check (kind in ('FILL', 'REALIZATION', 'CORRECTION', 'OPENING', 'DRIFT')),
    fact            text collate "C" not null,
    ledger_account  text             not null
        check (ledger_account in ('HOLDING', 'CLEARING', 'COMMISSION', 'REALIZED_PNL', 'OPENING_EQUITY', 'DRIFT')),
    asset           text collate "C" not null,
    amount          numeric(38, 18)  not null check (amount <> 0),
    -- Number of the order event it came with; 0 for entries of the account as a whole.
    stream_number   bigint           not null,
    occurred_at     timestamptz      not null,
    recorded_at     timestamptz      not null,
    booked_at       timestamptz      not null default now()
);

create index ledger_entry_by_book on ledger_entry (account_id, book, generation, stream_number);

-- Sums of the current generation's entries, kept beside them so that a balance is not added up from the beginning.
create table ledger_balance (
    account_id      uuid             not null,
    book            text collate "C" not null,
    ledger_account  text             not null,
    asset           text collate "C" not null,
    amount          numeric(38, 18)  not null,
    as_of           timestamptz      not null,
    primary key (account_id, book, ledger_account, asset)
);

-- The last guard: whatever a program does, a transaction that does not sum to zero per asset is not stored.
create function ledger_transaction_balances() returns trigger language plpgsql as $$
declare
    wrong record;
begin
    select transaction_id, asset, sum(amount) as amount into wrong
    from added group by transaction_id, asset having sum(amount) <> 0 limit 1;
    if found then
        raise exception 'ledger transaction % sums to % in %, not to zero', wrong.transaction_id, wrong.amount, wrong.asset
            using errcode = 'check_violation';
    end if;
    return null;
end
$$;

create trigger ledger_transaction_balances after insert on ledger_entry
    referencing new table as added for each statement execute function ledger_transaction_balances();

-- Entries are never changed: the service's own role may add and read, nothing else.
revoke update, delete, truncate on ledger_entry from ${app_role};
