-- Loose rows: what no event names. Their receipts are marked, and a day's root lists those of them no root has listed before.
alter table journal_receipts add column loose integer not null default 0 check (loose in (0, 1));

update journal_receipts r set loose = 1 where not exists (select 1 from journal_events e where e.stream = r.stream and e.op_id = r.op_id);

create index journal_receipts_loose on journal_receipts (stream, op_id) where loose = 1;

create table audit_loose
(
    county text collate "C" not null,
    day    date not null,
    stream text collate "C" not null,
    name   text collate "C" not null,
    seal   bytea not null,
    primary key (stream, name)
);

create index audit_loose_by_day on audit_loose (county, day, stream, name);

-- What an answer left in the journal: the stream of its receipt, or of the file.
alter table audit_entries add column kept text collate "C", add column file text collate "C";
