-- Whose visit an event is about: by it all visits of a person are found, wherever they were made. It follows from the event's content
-- and is no part of its seal; a verification compares the two.
alter table journal_events add column visitor text collate "C";

update journal_events set visitor = convert_from(payload, 'UTF8')::jsonb #>> '{visit,inspector}' where kind in ('visit-accepted', 'visit-held', 'visit-flagged');

-- What became of a visit names it only; its inspector stands in the event it arrived with.
update journal_events v set visitor = a.visitor
from journal_events a
where v.kind in ('visit-voided', 'flagged-visit-confirmed') and a.stream = v.stream and a.kind in ('visit-held', 'visit-flagged')
    and convert_from(a.payload, 'UTF8')::jsonb #>> '{visit,id}' = convert_from(v.payload, 'UTF8')::jsonb ->> 'visitId';

create index journal_events_by_visitor on journal_events (visitor, effective_at) where visitor is not null;
