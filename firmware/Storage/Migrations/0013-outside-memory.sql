-- What was called for help in the last hour is looked for when the box starts, and so are the calls of phones to the outside of the last
-- day, and phones that were stopped.
create index journal_of_emergencies on journal (at) where kind in ('emergency.called', 'emergency.ended');
create index journal_of_stops on journal (json_extract(entry, '$.phone'), seq) where kind = 'outside.stopped';
create index journal_of_counts on journal (at) where kind in ('outside.counted', 'outside.stopped');
