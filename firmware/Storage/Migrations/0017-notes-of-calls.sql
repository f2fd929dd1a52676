-- What people note of a call; recordings are looked for by it, newest first.
alter table calls add column note text;

create index calls_recorded on calls (started_at, id) where recording is not null;
