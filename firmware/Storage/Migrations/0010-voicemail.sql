-- Messages and greetings of mailboxes that are not erased. A projection of the journal, written in the same transaction as its events.
-- Times are milliseconds since 1970-01-01 UTC.
create table voicemail (
    recording   text primary key,
    box         text not null,
    call        text not null,
    at          integer not null,
    caller      text,
    caller_name text,
    length_ms   integer,
    is_cut_off  integer not null,
    is_greeting integer not null,
    state       text not null,
    previous    text,
    changed_at  integer not null,
    last_seq    integer not null
) strict;
