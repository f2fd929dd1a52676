-- Times are milliseconds since 1970-01-01 UTC. Secrets stand here as hashes only.

create table accounts (
    name            text primary key collate nocase,
    password        text not null,
    created_at      integer not null,
    password_set_at integer not null
) strict;

create table sessions (
    hash       blob primary key,
    account    text not null collate nocase references accounts (name) on delete cascade,
    began_at   integer not null,
    seen_at    integer not null
) strict;

create index sessions_of_account on sessions (account, began_at);

create table tokens (
    id           text primary key,
    name         text not null,
    made_by      text not null,
    hash         blob not null unique,
    created_at   integer not null,
    last_used_at integer,
    revoked_at   integer
) strict;
