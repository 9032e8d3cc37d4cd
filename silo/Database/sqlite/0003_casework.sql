-- What follows from events and is committed with them: numbered documents and a row per issue; and the files behind them.
create table journal_numbers
(
    county text not null,
    year   integer not null,
    kind   text not null,
    last   integer not null check (last > 0),
    primary key (county, year, kind)
) without rowid, strict;

create table journal_documents
(
    stream    text not null,
    id        text not null,
    county    text not null,
    year      integer not null,
    kind      text not null,
    number    integer not null check (number > 0),
    version   integer not null,
    issued_at integer not null,
    primary key (stream, id),
    unique (county, year, kind, number)
) without rowid, strict;

create table journal_issues
(
    stream    text not null,
    number    integer not null check (number > 0),
    county    text not null,
    inspector text,
    state     text not null,
    severity  text not null,
    category  text not null,
    opened_at integer not null,
    -- yyyy-MM-dd.
    due_on    text,
    closed_at integer,
    payload   blob not null check (length(payload) <= 1048576),
    primary key (stream, number)
) without rowid, strict;

create index journal_issues_by_county on journal_issues (county, opened_at desc, stream, number);
create index journal_issues_open on journal_issues (county, opened_at desc, stream, number) where closed_at is null;
create index journal_issues_by_inspector on journal_issues (inspector, opened_at desc) where inspector is not null;

-- The content comes last and rows have ids, so that reading the rest never touches it.
create table journal_evidence
(
    stream      text not null,
    hash        text not null check (length(hash) = 64),
    county      text not null,
    media_type  text not null,
    size        integer not null check (size = length(content)),
    file_name   text,
    uploaded_by text not null,
    uploaded_at integer not null,
    content     blob not null check (length(content) <= 20971520),
    primary key (stream, hash)
) strict;
