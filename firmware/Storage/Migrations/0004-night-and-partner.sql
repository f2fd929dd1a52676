-- A partner's key is in force only while the office lets its partner in.
alter table tokens add column partner integer not null default 0;

-- Whether it is night is read from the journal at each start.
create index journal_of_night on journal (seq) where kind = 'night.changed';
