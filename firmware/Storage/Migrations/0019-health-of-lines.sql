-- Where troubles of lines are found again: when a line was down, and calls that a line ended with a fault.
create index journal_of_line_states on journal (json_extract(entry, '$.line'), seq) where kind = 'line.changed';
create index journal_of_line_downs on journal (at)
    where kind = 'line.changed' and json_extract(entry, '$.status') in ('NoBattery', 'OutOfOrder', 'Unreachable');
create index journal_of_line_troubles on journal (at)
    where kind = 'leg.ended' and json_extract(entry, '$.cause.code') in ('LineFault', 'NoLine');
