-- An account is one set of venue keys, one owner, PAPER or LIVE. The version rises with every change of what others see of it.
create table account (
    account_id          uuid primary key,
    name                text        not null,
    kind                text        not null check (kind in ('PAPER', 'LIVE')),
    venue_id            text        not null,
    owner_subject       text        not null,
    version             bigint      not null,
    idempotency_key     text        not null,
    request_fingerprint bytea       not null,
    created_at          timestamptz not null,
    updated_at          timestamptz not null,
    unique (owner_subject, idempotency_key)
);

create table account_grant (
    account_id uuid        not null references account,
    subject    text        not null,
    permission text        not null check (permission in ('VIEW', 'TRADE')),
    created_at timestamptz not null,
    primary key (account_id, subject)
);

create index account_grant_by_subject on account_grant (subject);

-- AES-256-GCM, associated data = account id. The hash of the API key (which is no secret) keeps one venue account from being
-- registered twice: two accounts of ours on one of the venue would each take the other's orders for external ones.
create table account_venue_key (
    account_id   uuid primary key references account,
    venue_id     text        not null,
    key_id       text        not null,
    nonce        bytea       not null,
    ciphertext   bytea       not null,
    api_key_hash bytea       not null,
    version      bigint      not null,
    updated_at   timestamptz not null,
    unique (venue_id, api_key_hash)
);
