-- What follows from events and is committed with them: numbered documents and a row per issue; and the files behind them.

-- A row is locked by whoever takes numbers from it until that commit ends, so that a number taken is a number used.
create table journal_numbers
(
    county text collate "C" not null,
    year   integer not null,
    kind   text collate "C" not null,
    last   integer not null check (last > 0),
    primary key (county, year, kind)
) with (fillfactor = 50);

create table journal_documents
(
    stream    text collate "C" not null,
    id        text collate "C" not null,
    county    text collate "C" not null,
    year      integer not null,
    kind      text collate "C" not null,
    number    integer not null check (number > 0),
    version   bigint not null,
    issued_at timestamptz not null,
    primary key (stream, id),
    unique (county, year, kind, number)
);

create table journal_issues
(
    stream    text collate "C" not null,
    number    integer not null check (number > 0),
    county    text collate "C" not null,
    inspector text collate "C",
    state     text collate "C" not null,
    severity  text collate "C" not null,
    category  text collate "C" not null,
    opened_at timestamptz not null,
    due_on    date,
    closed_at timestamptz,
    payload   bytea not null check (octet_length(payload) <= 1048576),
    primary key (stream, number)
) with (fillfactor = 70, toast_tuple_target = 8160);

create index journal_issues_by_county on journal_issues (county, opened_at desc, stream, number);
create index journal_issues_open on journal_issues (county, opened_at desc, stream, number) where closed_at is null;
create index journal_issues_by_inspector on journal_issues (inspector, opened_at desc) where inspector is not null;

create table journal_evidence
(
    stream      text collate "C" not null,
    hash        text collate "C" not null check (length(hash) = 64),
    county      text collate "C" not null,
    media_type  text not null,
    size        bigint not null check (size = octet_length(content)),
    file_name   text,
    uploaded_by text not null,
    uploaded_at timestamptz not null,
    content     bytea not null check (octet_length(content) <= 20971520),
    primary key (stream, hash)
);

-- Photographs and PDF files are compressed already.
alter table journal_evidence alter column content set storage external;
