namespace Supervision.Bench;

/// <summary>
/// Grain storage in the shape Orleans documents for PostgreSQL: no unique key, an index on the two hashes only, and a
/// procedure that updates or inserts with null-tolerant comparisons. Written anew for this measurement.
/// </summary>
internal static class StockSchema
{
    public const string Text = """
        create table OrleansQuery (QueryKey varchar(64) primary key, QueryText varchar(8000) not null);
        create table OrleansStorage (
            GrainIdHash integer not null, GrainIdN0 bigint not null, GrainIdN1 bigint not null, GrainTypeHash integer not null,
            GrainTypeString varchar(512) not null, GrainIdExtensionString varchar(512), ServiceId varchar(150) not null,
            PayloadBinary bytea, ModifiedOn timestamp not null, Version integer);
        create index ix_OrleansStorage on OrleansStorage (GrainIdHash, GrainTypeHash);

        create function write_state(idhash integer, n0 bigint, n1 bigint, typehash integer, type varchar, extension varchar, service varchar, expected integer, payload bytea)
        returns table (NewGrainStateVersion integer) language plpgsql as $$
        declare
            reached integer := expected;
            touched integer := 0;
        begin
            if expected is not null then
                update OrleansStorage set PayloadBinary = payload, ModifiedOn = now() at time zone 'utc', Version = Version + 1
                where GrainIdHash = idhash and GrainTypeHash = typehash and GrainIdN0 = n0 and GrainIdN1 = n1 and GrainTypeString = type
                  and (GrainIdExtensionString = extension or (GrainIdExtensionString is null and extension is null))
                  and ServiceId = service and Version is not null and Version = expected;
                get diagnostics touched = row_count;
                if touched > 0 then reached := expected + 1; end if;
            else
                insert into OrleansStorage
                select idhash, n0, n1, typehash, type, extension, service, payload, now() at time zone 'utc', 1
                where not exists (
                    select 1 from OrleansStorage
                    where GrainIdHash = idhash and GrainTypeHash = typehash and GrainIdN0 = n0 and GrainIdN1 = n1 and GrainTypeString = type
                      and (GrainIdExtensionString = extension or (GrainIdExtensionString is null and extension is null)) and ServiceId = service);
                get diagnostics touched = row_count;
                if touched > 0 then reached := 1; end if;
            end if;
            return query select reached;
        end $$;

        insert into OrleansQuery values
        ('WriteToStorageKey', 'select * from write_state(@GrainIdHash, @GrainIdN0, @GrainIdN1, @GrainTypeHash, @GrainTypeString, @GrainIdExtensionString, @ServiceId, @GrainStateVersion, @PayloadBinary)'),
        ('ReadFromStorageKey', 'select PayloadBinary, now() at time zone ''utc'', Version from OrleansStorage where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash
            and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1 and GrainTypeString = @GrainTypeString
            and (GrainIdExtensionString = @GrainIdExtensionString or (GrainIdExtensionString is null and @GrainIdExtensionString is null)) and ServiceId = @ServiceId'),
        ('ClearStorageKey', 'select 1 where false'),
        ('DeleteStorageKey', 'select 1 where false');
        """;
}
