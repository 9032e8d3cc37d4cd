-- A clock that is behind is found by facts recorded after it.
create index journal_events_by_recorded on journal_events (recorded_at);
