-- Where events are sent. Topics and queues are comma-separated; no queue stands for all. The secret is sealed among the secrets as
-- webhook/ID.
create table webhooks (
    id            text primary key,
    name          text not null,
    address       text not null,
    topics        text not null,
    queues        text not null,
    made_by       text not null,
    made_at       integer not null,
    since_seq     integer not null,
    paused_at     integer,
    failures      integer not null default 0,
    next_at       integer,
    failing_since integer,
    last_error    text,
    last_done_at  integer,
    dropped       integer not null default 0
) strict;

-- What is sent, in order: written together with the number of the journal up to which it was looked for (facts, webhooks.seq).
create table webhook_deliveries (
    seq       integer primary key autoincrement,
    hook      text not null references webhooks (id) on delete cascade,
    id        text not null,
    topic     text not null,
    body      text not null,
    state     text not null,
    queued_at integer not null,
    tries     integer not null default 0,
    tried_at  integer,
    status    integer,
    error     text
) strict;

create index webhook_deliveries_by_state on webhook_deliveries (hook, state, seq);

-- Reports that are sent as mail. due_at is the time that is dealt with, sent or not; sending_at stands while a server has it.
create table report_mails (
    id          text primary key,
    name        text not null,
    subject     text not null,
    subject_of  text,
    every       text not null,
    day         integer not null,
    minute      integer not null,
    receivers   text not null,
    alert       text,
    made_by     text not null,
    made_at     integer not null,
    paused_at   integer,
    due_at      integer not null,
    is_owed     integer not null default 0,
    sending_at  integer,
    tries       integer not null default 0,
    next_at     integer,
    last_error  text,
    last_sent_at integer
) strict;
