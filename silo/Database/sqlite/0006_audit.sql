-- Who did what: append-only, a chain for each county and one for the system.
create table audit_chains
(
    chain    text primary key,
    sequence integer not null,
    mac      blob not null
) without rowid, strict;

create table audit_entries
(
    chain       text not null,
    sequence    integer not null check (sequence > 0),
    at          integer not null,
    who         text not null,
    role        text not null,
    area        text not null,
    session     text,
    address     text,
    agent       text,
    action      text not null,
    target      text,
    op_id       blob,
    fingerprint text,
    result      text not null,
    status      integer not null,
    code        text,
    mac         blob not null,
    primary key (chain, sequence)
) without rowid, strict;

create index audit_entries_by_time on audit_entries (at desc, chain, sequence desc);
create index audit_entries_by_who on audit_entries (who, at desc);
create index audit_entries_by_operation on audit_entries (op_id) where op_id is not null;

-- A root for each county and day; the county's stream holds it too. Its tips are the streams that moved since the root before.
create table audit_roots
(
    county         text not null,
    -- yyyy-MM-dd.
    day            text not null,
    sealed_at      integer not null,
    streams        integer not null,
    events         integer not null,
    audit_sequence integer not null,
    audit_mac      blob,
    root           blob not null,
    primary key (county, day)
) without rowid, strict;

create table audit_tips
(
    county  text not null,
    day     text not null,
    stream  text not null,
    version integer not null,
    mac     blob not null,
    primary key (county, stream, version)
) without rowid, strict;

create index audit_tips_by_day on audit_tips (county, day, stream);
