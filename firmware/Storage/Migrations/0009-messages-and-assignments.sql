-- Messages that wait in queues, by the recording of their sound; and agents who were moved between queues.

alter table visits add column message text;

create index visits_by_message on visits (message) where message is not null;

-- Those that were not heard are looked for when the box starts.
create index journal_of_messages on journal (at) where kind in ('message.owed', 'message.ended');

-- Agents who were moved between queues are looked for when the box starts.
create index journal_of_assignments on journal (json_extract(entry, '$.agent'), seq) where kind = 'agent.assigned';
