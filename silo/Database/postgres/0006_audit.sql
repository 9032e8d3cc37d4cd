-- Who did what: append-only, a chain for each county and one for the system. The row of a chain is locked by whoever appends to it.
create table audit_chains
(
    chain    text collate "C" primary key,
    sequence bigint not null,
    mac      bytea not null
) with (fillfactor = 50);

create table audit_entries
(
    chain       text collate "C" not null,
    sequence    bigint not null check (sequence > 0),
    at          timestamptz not null,
    who         text not null,
    role        text collate "C" not null,
    area        text collate "C" not null,
    session     text,
    address     text,
    agent       text,
    action      text collate "C" not null,
    target      text,
    op_id       uuid,
    fingerprint text,
    result      text collate "C" not null,
    status      integer not null,
    code        text collate "C",
    mac         bytea not null,
    primary key (chain, sequence)
);

create index audit_entries_by_time on audit_entries (at desc, chain, sequence desc);
create index audit_entries_by_who on audit_entries (who, at desc);
create index audit_entries_by_operation on audit_entries (op_id) where op_id is not null;

-- A root for each county and day; the county's stream holds it too. Its tips are the streams that moved since the root before.
create table audit_roots
(
    county         text collate "C" not null,
    day            date not null,
    sealed_at      timestamptz not null,
    streams        bigint not null,
    events         bigint not null,
    audit_sequence bigint not null,
    audit_mac      bytea,
    root           bytea not null,
    primary key (county, day)
);

create table audit_tips
(
    county  text collate "C" not null,
    day     date not null,
    stream  text collate "C" not null,
    version bigint not null,
    mac     bytea not null,
    primary key (county, stream, version)
);

create index audit_tips_by_day on audit_tips (county, day, stream);
