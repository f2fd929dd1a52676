create table site_versions (
    number     integer primary key,
    applied_at integer not null,
    applied_by text not null,
    why        text not null,
    yaml       text not null
) strict;
