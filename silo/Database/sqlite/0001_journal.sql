-- The journal. Instants are unix milliseconds, UTC. SQLite compares text byte by byte, so plain indexes serve equality,
-- order and leading-digit ranges alike.
create table journal_heads
(
    stream      text primary key,
    kind        text not null generated always as (substr(stream, 1, instr(stream, '/') - 1)) stored,
    version     integer not null check (version > 0),
    county      text not null,
    inspector   text,
    next_due_at integer,
    summary     blob not null check (length(summary) <= 1048576)
) without rowid, strict;

create index journal_heads_by_county on journal_heads (county, kind);
create index journal_heads_by_kind on journal_heads (kind, stream);
create index journal_heads_by_due on journal_heads (county, next_due_at) where next_due_at is not null;
create index journal_heads_by_inspector on journal_heads (inspector) where inspector is not null;

create table journal_events
(
    stream       text not null,
    version      integer not null,
    kind         text not null,
    effective_at integer not null,
    recorded_at  integer not null,
    actor        text not null,
    op_id        blob,
    payload      blob not null check (length(payload) <= 1048576),
    primary key (stream, version)
) without rowid, strict;

create table journal_receipts
(
    stream      text not null,
    op_id       blob not null,
    fingerprint blob not null check (length(fingerprint) <= 32),
    answered_at integer not null,
    body        blob not null,
    primary key (stream, op_id)
) without rowid, strict;

create table journal_alerts
(
    sequence     integer primary key autoincrement,
    id           text not null unique,
    stream       text not null,
    county       text not null,
    kind         text not null,
    -- A JSON array of actor keys.
    recipients   text not null check (json_valid(recipients)),
    effective_at integer not null,
    detected_at  integer not null,
    resolved_at  integer,
    payload      blob not null
) strict;

create index journal_alerts_by_county on journal_alerts (county, sequence);
create index journal_alerts_open on journal_alerts (county, sequence) where resolved_at is null;
create index journal_alerts_by_stream on journal_alerts (stream, sequence);

create table journal_epochs
(
    scope text primary key,
    epoch integer not null
) without rowid, strict;

create table journal_facts
(
    name  text primary key,
    value text not null
) without rowid, strict;
