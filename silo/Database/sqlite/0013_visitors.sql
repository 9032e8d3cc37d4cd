-- Whose visit an event is about: by it all visits of a person are found, wherever they were made. It follows from the event's content
-- and is no part of its seal; a verification compares the two.
alter table journal_events add column visitor text;

update journal_events set visitor = json_extract(cast(payload as text), '$.visit.inspector') where kind in ('visit-accepted', 'visit-held', 'visit-flagged');

-- What became of a visit names it only; its inspector stands in the event it arrived with.
update journal_events set visitor = (
    select a.visitor from journal_events a
    where a.stream = journal_events.stream and a.kind in ('visit-held', 'visit-flagged')
        and json_extract(cast(a.payload as text), '$.visit.id') = json_extract(cast(journal_events.payload as text), '$.visitId')
    limit 1)
where kind in ('visit-voided', 'flagged-visit-confirmed');

create index journal_events_by_visitor on journal_events (visitor, effective_at) where visitor is not null;
