-- The provider sends each text as it stands, outside a transaction. Never write BEGIN or COMMIT here: when a statement
-- between them fails, the open transaction goes back to the driver's pool.

-- query ReadFromStorageKey
select PayloadBinary, Version
from OrleansStorage
where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash
  and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
  and GrainTypeString = @GrainTypeString
  and ifnull(GrainIdExtensionString, '') = ifnull(@GrainIdExtensionString, '')
  and ServiceId = @ServiceId

-- One statement, so that no transaction is needed: a first write (no version given) inserts and does nothing when the row
-- exists; any other write meets the row and updates it if the version is the one given. No row returned means that
-- another writer came first. The select's condition keeps a versioned write from inserting a row that was deleted.
-- query WriteToStorageKey
insert into OrleansStorage
    (GrainIdHash, GrainIdN0, GrainIdN1, GrainTypeHash, GrainTypeString, GrainIdExtensionString, ServiceId, PayloadBinary, Version)
select @GrainIdHash, @GrainIdN0, @GrainIdN1, @GrainTypeHash, @GrainTypeString, @GrainIdExtensionString, @ServiceId, @PayloadBinary, 1
where @GrainStateVersion is null or exists (
    select 1 from OrleansStorage
    where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash
      and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
      and GrainTypeString = @GrainTypeString
      and ifnull(GrainIdExtensionString, '') = ifnull(@GrainIdExtensionString, '')
      and ServiceId = @ServiceId)
on conflict do update
set PayloadBinary = excluded.PayloadBinary, Version = Version + 1
where Version = @GrainStateVersion
returning Version as NewGrainStateVersion

-- query ClearStorageKey
update OrleansStorage
set PayloadBinary = null, Version = Version + 1
where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash
  and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
  and GrainTypeString = @GrainTypeString
  and ifnull(GrainIdExtensionString, '') = ifnull(@GrainIdExtensionString, '')
  and ServiceId = @ServiceId
  and Version = @GrainStateVersion
returning Version as NewGrainStateVersion

-- The provider wants a version that differs from the one it gave, although the row is gone.
-- query DeleteStorageKey
delete from OrleansStorage
where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash
  and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
  and GrainTypeString = @GrainTypeString
  and ifnull(GrainIdExtensionString, '') = ifnull(@GrainIdExtensionString, '')
  and ServiceId = @ServiceId
  and Version = @GrainStateVersion
returning Version + 1 as NewGrainStateVersion
