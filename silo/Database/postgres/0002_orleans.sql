-- What the Orleans ADO.NET providers need. Table and column names may be ours; the query keys, parameter names and result
-- columns in queries/*.sql may not.
create table OrleansQuery
(
    QueryKey  text primary key,
    QueryText text not null
);

-- Grain snapshots. Without the unique key two first writers could both succeed and the grain could no longer be read.
create table OrleansStorage
(
    GrainIdHash            integer not null,
    GrainIdN0              bigint not null,
    GrainIdN1              bigint not null,
    GrainTypeHash          integer not null,
    GrainTypeString        text collate "C" not null,
    GrainIdExtensionString text collate "C",
    ServiceId              text collate "C" not null,
    PayloadBinary          bytea,
    ModifiedOn             timestamptz not null,
    Version                integer not null
) with (fillfactor = 50);

create unique index OrleansStorage_Key on OrleansStorage
    (GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainTypeString, GrainIdExtensionString, ServiceId) nulls not distinct;

create table OrleansMembershipVersionTable
(
    DeploymentId text primary key,
    Timestamp    timestamptz not null default now(),
    Version      integer not null default 0
);

create table OrleansMembershipTable
(
    DeploymentId text not null references OrleansMembershipVersionTable (DeploymentId),
    Address      text not null,
    Port         integer not null,
    Generation   integer not null,
    SiloName     text not null,
    HostName     text not null,
    Status       integer not null,
    ProxyPort    integer not null,
    SuspectTimes text,
    StartTime    timestamptz not null,
    IAmAliveTime timestamptz not null,
    primary key (DeploymentId, Address, Port, Generation)
);

create table OrleansRemindersTable
(
    ServiceId    text not null,
    GrainId      text not null,
    ReminderName text not null,
    StartTime    timestamptz not null,
    Period       bigint not null,
    GrainHash    integer not null,
    Version      integer not null,
    primary key (ServiceId, GrainId, ReminderName)
);

create index OrleansReminders_ByHash on OrleansRemindersTable (ServiceId, GrainHash);
