-- A clock that is behind is found by facts recorded after it. Rows come nearly in the order of this column, so a few bytes for
-- every range of pages are enough, and an append pays next to nothing.
create index journal_events_by_recorded on journal_events using brin (recorded_at) with (autosummarize = on);
