-- The journal. Codes and stream names are ASCII: collation "C" makes them comparable byte by byte, so that a plain index
-- serves equality, order and leading-digit ranges alike (what text_pattern_ops would do, but for prepared statements too).
create table journal_heads
(
    stream      text collate "C" primary key,
    kind        text collate "C" not null generated always as (split_part(stream, '/', 1)) stored,
    version     bigint not null check (version > 0),
    county      text collate "C" not null,
    inspector   text collate "C",
    next_due_at timestamptz,
    summary     bytea not null check (octet_length(summary) <= 1048576)
) with (fillfactor = 50, toast_tuple_target = 8160);

create index journal_heads_by_county on journal_heads (county, kind);
create index journal_heads_by_kind on journal_heads (kind, stream);
create index journal_heads_by_due on journal_heads (county, next_due_at) where next_due_at is not null;
create index journal_heads_by_inspector on journal_heads (inspector) where inspector is not null;

create table journal_events
(
    stream       text collate "C" not null,
    version      bigint not null,
    kind         text collate "C" not null,
    effective_at timestamptz not null,
    recorded_at  timestamptz not null,
    actor        text not null,
    op_id        uuid,
    payload      bytea not null check (octet_length(payload) <= 1048576),
    primary key (stream, version)
) with (toast_tuple_target = 8160); -- Rows up to a page stay in it: moving 2 KB out costs more than all the rest of the insert.

create table journal_receipts
(
    stream      text collate "C" not null,
    op_id       uuid not null,
    fingerprint bytea not null check (octet_length(fingerprint) <= 32),
    answered_at timestamptz not null,
    body        bytea not null,
    primary key (stream, op_id)
);

create table journal_alerts
(
    sequence     bigint generated always as identity primary key,
    id           text collate "C" not null unique,
    stream       text collate "C" not null,
    county       text collate "C" not null,
    kind         text collate "C" not null,
    recipients   text[] not null,
    effective_at timestamptz not null,
    detected_at  timestamptz not null,
    resolved_at  timestamptz,
    payload      bytea not null
);

create index journal_alerts_by_county on journal_alerts (county, sequence);
create index journal_alerts_open on journal_alerts (county, sequence) where resolved_at is null;
create index journal_alerts_by_stream on journal_alerts (stream, sequence);

create table journal_epochs
(
    scope text collate "C" primary key,
    epoch bigint not null
);

create table journal_facts
(
    name  text collate "C" primary key,
    value text not null
);
