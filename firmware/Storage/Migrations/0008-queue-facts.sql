-- Times are milliseconds since 1970-01-01 UTC. Projections of the journal, written in the same transaction as its events. They begin
-- empty: the entries that they are made of are as new as they are, so no older journal holds any.

create table visits (
    id                text primary key,
    call              text,
    queue             text not null,
    kind              text not null,
    caller            text,
    line              text,
    entered_at        integer not null,
    is_return         integer not null,
    agent             text,
    agent_leg         text,
    held_since        integer,
    answered_at       integer,
    hold_ms           integer not null,
    talk_ended_at     integer,
    wrap_up_ended_at  integer,
    left_at           integer,
    outcome           text not null,
    transferred       integer not null,
    conferenced       integer not null,
    disposition       text,
    promised_by       integer,
    called_back_at    integer,
    last_seq          integer not null
) strict;

create index visits_by_entry on visits (entered_at);
create index visits_by_queue on visits (queue, entered_at);
create index visits_open on visits (entered_at) where left_at is null and talk_ended_at is null;
create index visits_by_caller on visits (caller, answered_at) where caller is not null and answered_at is not null;
create index visits_of_call on visits (call);

-- What agents did; seq is the event that began it.
create table agent_spans (
    seq     integer primary key,
    agent   text not null,
    state   text not null,
    reason  text,
    visit   text,
    from_at integer not null,
    to_at   integer
) strict;

create index agent_spans_by_agent on agent_spans (agent, from_at);
create index agent_spans_by_end on agent_spans (to_at, from_at);
create index agent_spans_open on agent_spans (agent) where to_at is null;

-- What was offered to agents; seq is the event that began it.
create table agent_offers (
    seq     integer primary key,
    call    text not null,
    agent   text not null,
    visit   text not null,
    queue   text not null,
    from_at integer not null,
    to_at   integer,
    result  text not null
) strict;

create index agent_offers_by_agent on agent_offers (agent, from_at);
create index agent_offers_by_begin on agent_offers (from_at);
create index agent_offers_open on agent_offers (call) where to_at is null;
create index agent_offers_open_of_visit on agent_offers (visit) where to_at is null;

-- What each agent did last is looked for when the box starts.
create index journal_of_agents on journal (json_extract(entry, '$.agent'), seq) where kind = 'agent.changed';

-- So are the calls that are owed.
create index journal_of_callbacks on journal (at) where kind in ('callback.owed', 'callback.ended');
