using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using Supervision.Contracts;

namespace Supervision.Journal;

public static class JournalRegistration
{
    /// <summary>
    /// Adds <see cref="IJournal"/>, <see cref="IEvidenceStore"/>, <see cref="IChannelStore"/> and <see cref="IWriteTurnstile"/> as singletons, and on PostgreSQL the one
    /// <see cref="NpgsqlDataSource"/> that everything in the process should share. The schema must exist already, and a
    /// <see cref="ClusterSecret"/> among the services. Disposing the provider waits until everything appended is committed and answered.
    /// </summary>
    public static IServiceCollection AddJournal(this IServiceCollection services, JournalOptions options)
    {
        services.TryAddSingleton(options);
        services.TryAddSingleton(provider => new Seals(provider.GetRequiredService<ClusterSecret>().Derive(Seals.Purpose)));
        services.AddSingleton<IChannelStore, ChannelStore>();
        services.AddStoreClock(options);
        if (options.PostgresConnectionString is { } connectionString)
        {
            services.TryAddSingleton(_ => PostgresConnections.Open(connectionString));
            services.AddSingleton<IJournal, PostgresJournal>();
            services.AddSingleton<IEvidenceStore, PostgresEvidence>();
            services.AddSingleton<IWriteTurnstile, OpenTurnstile>();
        }
        else
        {
            services.TryAddSingleton(_ => new SqliteWriter(options.SqliteFile!));
            services.AddSingleton<IJournal, SqliteJournal>();
            services.AddSingleton<IEvidenceStore, SqliteEvidence>();
            services.AddSingleton<IWriteTurnstile>(provider => provider.GetRequiredService<SqliteWriter>());
        }

        return services;
    }

    /// <summary>Adds <see cref="IStoreClock"/> over the same store, with or without the journal.</summary>
    public static IServiceCollection AddStoreClock(this IServiceCollection services, JournalOptions options)
    {
        services.TryAddSingleton(options);
        if (options.PostgresConnectionString is { } connectionString)
        {
            services.TryAddSingleton(_ => PostgresConnections.Open(connectionString));
            services.TryAddSingleton<IStatements, PostgresRunner>();
        }
        else
        {
            services.TryAddSingleton(_ => new SqliteWriter(options.SqliteFile!));
            services.TryAddSingleton<IStatements, SqliteRunner>();
        }

        services.TryAddSingleton<IStoreClock, StoreClock>();
        return services;
    }

    /// <summary>Adds <see cref="IAuditStore"/> and <see cref="IAuditRoots"/> in the same store, with or without the journal.</summary>
    public static IServiceCollection AddAuditStore(this IServiceCollection services, JournalOptions options)
    {
        services.TryAddSingleton(options);
        services.TryAddSingleton(provider => new AuditSeals(provider.GetRequiredService<ClusterSecret>().Derive(AuditSeals.Purpose)));
        if (options.PostgresConnectionString is { } connectionString)
        {
            services.TryAddSingleton(_ => PostgresConnections.Open(connectionString));
            services.AddSingleton<PostgresAudit>();
            services.AddSingleton<IAuditStore>(provider => provider.GetRequiredService<PostgresAudit>());
            services.AddSingleton<IAuditRoots>(provider => provider.GetRequiredService<PostgresAudit>());
        }
        else
        {
            services.TryAddSingleton(_ => new SqliteWriter(options.SqliteFile!));
            services.AddSingleton<SqliteAudit>();
            services.AddSingleton<IAuditStore>(provider => provider.GetRequiredService<SqliteAudit>());
            services.AddSingleton<IAuditRoots>(provider => provider.GetRequiredService<SqliteAudit>());
        }

        return services;
    }
}
