-- Times are milliseconds since 1970-01-01 UTC.

create table journal (
    seq   integer primary key,
    at    integer not null,
    call  text,
    entry text not null,
    kind  text generated always as (entry ->> '$.kind') virtual
) strict;

create index journal_of_call on journal (call, seq) where call is not null;

-- The projection of the journal: one row for each call, written in the same transaction as its events.
create table calls (
    id            text primary key,
    direction     text not null,
    from_kind     text not null,
    from_name     text not null,
    caller_number text,
    caller_name   text,
    dialled       text,
    started_at    integer not null,
    answered_at   integer,
    answered_kind text,
    answered_name text,
    ended_at      integer,
    cause         text,
    cause_words   text,
    recording     text,
    file          text,
    recorded_ms   integer,
    legs          text not null,
    last_seq      integer not null,
    last_event_at integer not null
) strict;

create index calls_by_start on calls (started_at, id);
create index calls_in_progress on calls (id) where ended_at is null;
create index calls_by_recording on calls (recording) where recording is not null;
create index calls_being_recorded on calls (id) where recording is not null and recorded_ms is null;

-- Small facts of the box: a name and a value.
create table facts (
    name  text primary key,
    value text not null
) strict;
