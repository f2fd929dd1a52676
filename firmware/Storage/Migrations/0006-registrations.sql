-- Where phones are registered, so that they can be rung right after a restart: one row a number, its devices as JSON.
create table registrations (
  number text primary key,
  devices text not null
) without rowid;
