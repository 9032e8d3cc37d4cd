-- Every change of a silo's row first moves the table's version from the one the silo read; who finds it moved changes nothing.

-- query InsertMembershipVersionKey
with added as (
    insert into OrleansMembershipVersionTable (DeploymentId) values (@DeploymentId)
    on conflict (DeploymentId) do nothing
    returning 1
)
select count(*)::integer from added

-- query InsertMembershipKey
with moved as (
    update OrleansMembershipVersionTable
    set Timestamp = now(), Version = Version + 1
    where DeploymentId = @DeploymentId and Version = @Version
      and not exists (
          select from OrleansMembershipTable
          where DeploymentId = @DeploymentId and Address = @Address and Port = @Port and Generation = @Generation)
    returning DeploymentId
), added as (
    insert into OrleansMembershipTable
        (DeploymentId, Address, Port, Generation, SiloName, HostName, Status, ProxyPort, StartTime, IAmAliveTime)
    select DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime
    from moved
    returning 1
)
select count(*)::integer from added

-- query UpdateMembershipKey
with moved as (
    update OrleansMembershipVersionTable
    set Timestamp = now(), Version = Version + 1
    where DeploymentId = @DeploymentId and Version = @Version
      and exists (
          select from OrleansMembershipTable
          where DeploymentId = @DeploymentId and Address = @Address and Port = @Port and Generation = @Generation)
    returning DeploymentId
), changed as (
    update OrleansMembershipTable m
    set Status = @Status, SuspectTimes = @SuspectTimes, IAmAliveTime = @IAmAliveTime
    from moved
    where m.DeploymentId = moved.DeploymentId and m.Address = @Address and m.Port = @Port and m.Generation = @Generation
    returning 1
)
select count(*)::integer from changed

-- query UpdateIAmAlivetimeKey
update OrleansMembershipTable
set IAmAliveTime = @IAmAliveTime
where DeploymentId = @DeploymentId and Address = @Address and Port = @Port and Generation = @Generation

-- One row with nulls when the deployment exists but the silo does not: the provider needs the table's version.
-- query MembershipReadRowKey
select v.DeploymentId, m.Address, m.Port, m.Generation, m.SiloName, m.HostName, m.Status, m.ProxyPort, m.SuspectTimes,
       m.StartTime, m.IAmAliveTime, v.Version
from OrleansMembershipVersionTable v
left join OrleansMembershipTable m
    on m.DeploymentId = v.DeploymentId and m.Address = @Address and m.Port = @Port and m.Generation = @Generation
where v.DeploymentId = @DeploymentId

-- query MembershipReadAllKey
select v.DeploymentId, m.Address, m.Port, m.Generation, m.SiloName, m.HostName, m.Status, m.ProxyPort, m.SuspectTimes,
       m.StartTime, m.IAmAliveTime, v.Version
from OrleansMembershipVersionTable v
left join OrleansMembershipTable m on m.DeploymentId = v.DeploymentId
where v.DeploymentId = @DeploymentId

-- query DeleteMembershipTableEntriesKey
delete from OrleansMembershipTable where DeploymentId = @DeploymentId;
delete from OrleansMembershipVersionTable where DeploymentId = @DeploymentId

-- query GatewaysQueryKey
select Address, ProxyPort, Generation
from OrleansMembershipTable
where DeploymentId = @DeploymentId and Status = @Status and ProxyPort > 0

-- Status 3 is Active: an active silo is never cleaned away, however old its sign of life.
-- query CleanupDefunctSiloEntriesKey
delete from OrleansMembershipTable
where DeploymentId = @DeploymentId and IAmAliveTime < @IAmAliveTime and Status <> 3
