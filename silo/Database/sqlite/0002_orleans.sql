-- What the Orleans ADO.NET providers need. Table and column names may be ours; the query keys, parameter names and result
-- columns in queries/*.sql may not. One process only: there is no membership on SQLite.
create table OrleansQuery
(
    QueryKey  text primary key,
    QueryText text not null
);

create table OrleansStorage
(
    GrainIdHash            integer not null,
    GrainIdN0              integer not null,
    GrainIdN1              integer not null,
    GrainTypeHash          integer not null,
    GrainTypeString        text not null,
    GrainIdExtensionString text,
    ServiceId              text not null,
    PayloadBinary          blob,
    Version                integer not null
);

-- SQLite lets nulls differ in a unique index. The providers store a null extension for number and GUID keys only and never
-- an empty string, so the empty string may stand for null here.
create unique index OrleansStorage_Key on OrleansStorage
    (GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainTypeString, ifnull(GrainIdExtensionString, ''), ServiceId);

-- StartTime is text, because the provider writes and reads a date and time.
create table OrleansRemindersTable
(
    ServiceId    text not null,
    GrainId      text not null,
    ReminderName text not null,
    StartTime    text not null,
    Period       integer not null,
    GrainHash    integer not null,
    Version      integer not null,
    primary key (ServiceId, GrainId, ReminderName)
) without rowid;

create index OrleansReminders_ByHash on OrleansRemindersTable (ServiceId, GrainHash);
