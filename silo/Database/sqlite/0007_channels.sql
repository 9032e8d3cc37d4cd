-- A county's outgoing channels, every version of their settings; what is secret is sealed and kept of the newest version only.
create table channels
(
    county     text not null,
    channel    text not null,
    version    integer not null check (version > 0),
    settings   blob not null,
    secrets    blob not null,
    removed    integer not null check (removed in (0, 1)),
    changed_at integer not null,
    changed_by text not null,
    primary key (county, channel, version)
) without rowid, strict;

-- How far a channel has read the outbox, and how it does.
create table channel_progress
(
    county          text not null,
    channel         text not null,
    cursor          integer not null,
    failures        integer not null default 0,
    failing_since   integer,
    next_attempt_at integer,
    last_answer     text,
    last_sent_at    integer,
    primary key (county, channel)
) without rowid, strict;

-- One row for each alert a channel carries: it exists once, so the alert is sent once.
create table channel_deliveries
(
    county           text not null,
    channel          text not null,
    alert            integer not null,
    kind             text not null,
    state            text not null,
    version          integer not null,
    delivery         text,
    planned_at       integer not null,
    attempts         integer not null,
    first_attempt_at integer,
    attempted_at     integer,
    leased_until     integer,
    finished_at      integer,
    answer           text,
    primary key (county, channel, alert)
) without rowid, strict;

create index channel_deliveries_open on channel_deliveries (county, channel, state) where state in ('Waiting', 'Sending', 'Dead');
create index channel_deliveries_by_attempt on channel_deliveries (county, channel, attempted_at) where attempted_at is not null;
