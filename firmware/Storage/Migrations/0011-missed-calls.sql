-- The list of missed callers is made again from the last 30 days when the box starts; what people did with it is found by this.
create index journal_of_missed on journal (at) where kind = 'missed.changed';
