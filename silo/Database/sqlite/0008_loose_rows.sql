-- Loose rows: what no event names. Their receipts are marked, and a day's root lists those of them no root has listed before.
alter table journal_receipts add column loose integer not null default 0 check (loose in (0, 1));

update journal_receipts set loose = 1 where not exists (select 1 from journal_events e where e.stream = journal_receipts.stream and e.op_id = journal_receipts.op_id);

create index journal_receipts_loose on journal_receipts (stream, op_id) where loose = 1;

create table audit_loose
(
    county text not null,
    day    text not null,
    stream text not null,
    name   text not null,
    seal   blob not null,
    primary key (stream, name)
) without rowid, strict;

create index audit_loose_by_day on audit_loose (county, day, stream, name);

-- What an answer left in the journal: the stream of its receipt, or of the file.
alter table audit_entries add column kept text;
alter table audit_entries add column file text;
