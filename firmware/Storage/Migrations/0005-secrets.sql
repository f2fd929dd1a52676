-- Passwords that the box must be able to read: encrypted with the key in the file secret.key beside this one, never plain.
create table secrets (
    name   text primary key,
    sealed blob not null,
    key    text not null,
    set_at integer not null
) strict;
