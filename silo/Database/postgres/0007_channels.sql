-- A county's outgoing channels, every version of their settings; what is secret is sealed and kept of the newest version only.
create table channels
(
    county     text collate "C" not null,
    channel    text collate "C" not null,
    version    integer not null check (version > 0),
    settings   bytea not null,
    secrets    bytea not null,
    removed    integer not null check (removed in (0, 1)),
    changed_at timestamptz not null,
    changed_by text not null,
    primary key (county, channel, version)
);

-- How far a channel has read the outbox, and how it does.
create table channel_progress
(
    county          text collate "C" not null,
    channel         text collate "C" not null,
    cursor          bigint not null,
    failures        integer not null default 0,
    failing_since   timestamptz,
    next_attempt_at timestamptz,
    last_answer     text,
    last_sent_at    timestamptz,
    primary key (county, channel)
);

-- One row for each alert a channel carries: it exists once, so the alert is sent once.
create table channel_deliveries
(
    county           text collate "C" not null,
    channel          text collate "C" not null,
    alert            bigint not null,
    kind             text collate "C" not null,
    state            text collate "C" not null,
    version          integer not null,
    delivery         text,
    planned_at       timestamptz not null,
    attempts         integer not null,
    first_attempt_at timestamptz,
    attempted_at     timestamptz,
    leased_until     timestamptz,
    finished_at      timestamptz,
    answer           text,
    primary key (county, channel, alert)
);

create index channel_deliveries_open on channel_deliveries (county, channel, state) where state in ('Waiting', 'Sending', 'Dead');
create index channel_deliveries_by_attempt on channel_deliveries (county, channel, attempted_at) where attempted_at is not null;
