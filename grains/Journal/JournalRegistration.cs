using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Supervision.Journal;

public static class JournalRegistration
{
    /// <summary>
    /// Adds <see cref="IJournal"/>, <see cref="IEvidenceStore"/>, <see cref="IChannelStore"/> and <see cref="IWriteTurnstile"/> as singletons, and on PostgreSQL the one
    /// <see cref="NpgsqlDataSource"/> that everything in the process should share. The schema must exist already. Disposing the
    /// provider waits until everything appended is committed and answered.
    /// </summary>
    public static IServiceCollection AddJournal(this IServiceCollection services, JournalOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<IChannelStore, ChannelStore>();
        if (options.PostgresConnectionString is { } connectionString)
        {
            services.AddSingleton(_ => PostgresConnections.Open(connectionString));
            services.AddSingleton<IJournal, PostgresJournal>();
            services.AddSingleton<IEvidenceStore, PostgresEvidence>();
            services.AddSingleton<IStatements, PostgresRunner>();
            services.AddSingleton<IWriteTurnstile, OpenTurnstile>();
        }
        else
        {
            services.AddSingleton(_ => new SqliteWriter(options.SqliteFile!));
            services.AddSingleton<IJournal, SqliteJournal>();
            services.AddSingleton<IEvidenceStore, SqliteEvidence>();
            services.AddSingleton<IStatements, SqliteRunner>();
            services.AddSingleton<IWriteTurnstile>(provider => provider.GetRequiredService<SqliteWriter>());
        }

        return services;
    }
}
