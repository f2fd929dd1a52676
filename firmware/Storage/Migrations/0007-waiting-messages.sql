-- The last count of messages for each phone is looked for when the box starts.
create index journal_of_waiting_messages on journal (json_extract(entry, '$.phone'), seq) where kind = 'phone.messages-waiting';
