-- The earlier calls of a caller are shown to the agent who gets the next one, with what was written down about each.
create index calls_of_number on calls (caller_number, started_at, id) where caller_number is not null;
create index journal_of_notes on journal (call, seq) where kind = 'call.noted';
