using Microsoft.Extensions.DependencyInjection;

namespace Supervision.Silo;

/// <summary>Parts of a store for a program that does not host the actors.</summary>
public static class StoreServices
{
    /// <summary>Adds what the store's own clock and its newest fact say of the present.</summary>
    public static IServiceCollection AddStoreClock(this IServiceCollection services, StoreSettings store) =>
        services.AddStoreClock(store.Journal);

    /// <summary>Adds <see cref="IAuditStore"/>; a <see cref="ClusterSecret"/> has to be among the services.</summary>
    public static IServiceCollection AddAuditStore(this IServiceCollection services, StoreSettings store) =>
        services.AddAuditStore(store.Journal);

    /// <summary>Proves that the store holds exactly what this program expects.</summary>
    /// <exception cref="SchemaException">Something differs, or the store was never migrated.</exception>
    public static void Verify(this StoreSettings store) => SchemaCheck.Verify(store.Journal);

    /// <summary>Connections to the cluster's membership.</summary>
    /// <param name="store">A clustered one.</param>
    public static MembershipSource Membership(this StoreSettings store) => new(store.Journal.PostgresConnectionString!);
}
