-- What each account and key may do: a role, the queues that it is limited to (comma-separated, empty for all), the agent whose it is.
-- Those that were there before may do everything, as they could.
alter table accounts add column role text not null default 'admin';
alter table accounts add column queues text not null default '';
alter table accounts add column agent text;
alter table accounts add column locked_at integer;

alter table tokens add column role text not null default 'admin';
alter table tokens add column queues text not null default '';
alter table tokens add column agent text;
alter table tokens add column ends_at integer;

alter table sessions add column browser text not null default '';

-- Codes with which invited people choose a password of their own.
create table invitations (
    account  text primary key collate nocase references accounts (name) on delete cascade,
    hash     blob not null unique,
    ends_at  integer not null
) strict;

-- Who did what, by page or API. Rows are added and, when they are old, deleted; none is ever changed.
create table audit (
    seq     integer primary key autoincrement,
    at      integer not null,
    who     text not null,
    role    text not null,
    origin  text not null,
    what    text not null,
    status  integer not null,
    before  text,
    after   text
) strict;

create index audit_by_time on audit (at);

create trigger audit_is_never_changed before update on audit begin select raise(abort, 'the audit log is never changed'); end;

-- Second factors: the key is sealed among the secrets as factor/ID. The newest time step that was used, so that each code works once.
create table second_factors (
    account      text primary key collate nocase references accounts (name) on delete cascade,
    id           text not null unique,
    confirmed_at integer,
    last_step    integer not null default 0
) strict;

create table recovery_codes (
    account  text not null collate nocase references second_factors (account) on delete cascade,
    hash     blob not null,
    primary key (account, hash)
) strict;
