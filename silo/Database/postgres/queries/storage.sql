-- query ReadFromStorageKey
select PayloadBinary, Version
from OrleansStorage
where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash
  and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
  and GrainTypeString = @GrainTypeString
  and GrainIdExtensionString is not distinct from @GrainIdExtensionString
  and ServiceId = @ServiceId

-- No row means that another writer came first; the provider then reports an inconsistent state.
-- query WriteToStorageKey
with updated as (
    update OrleansStorage
    set PayloadBinary = @PayloadBinary, ModifiedOn = now(), Version = Version + 1
    where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash
      and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
      and GrainTypeString = @GrainTypeString
      and GrainIdExtensionString is not distinct from @GrainIdExtensionString
      and ServiceId = @ServiceId
      and Version = @GrainStateVersion
    returning Version
), inserted as (
    insert into OrleansStorage
        (GrainIdHash, GrainIdN0, GrainIdN1, GrainTypeHash, GrainTypeString, GrainIdExtensionString, ServiceId, PayloadBinary, ModifiedOn, Version)
    select @GrainIdHash, @GrainIdN0, @GrainIdN1, @GrainTypeHash, @GrainTypeString, @GrainIdExtensionString, @ServiceId, @PayloadBinary, now(), 1
    where @GrainStateVersion is null
    on conflict do nothing
    returning Version
)
select Version as NewGrainStateVersion from updated
union all
select Version from inserted

-- query ClearStorageKey
update OrleansStorage
set PayloadBinary = null, ModifiedOn = now(), Version = Version + 1
where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash
  and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
  and GrainTypeString = @GrainTypeString
  and GrainIdExtensionString is not distinct from @GrainIdExtensionString
  and ServiceId = @ServiceId
  and Version = @GrainStateVersion
returning Version as NewGrainStateVersion

-- The provider wants a version that differs from the one it gave, although the row is gone.
-- query DeleteStorageKey
delete from OrleansStorage
where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash
  and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
  and GrainTypeString = @GrainTypeString
  and GrainIdExtensionString is not distinct from @GrainIdExtensionString
  and ServiceId = @ServiceId
  and Version = @GrainStateVersion
returning Version + 1 as NewGrainStateVersion
