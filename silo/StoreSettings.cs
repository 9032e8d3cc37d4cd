using Microsoft.Extensions.Configuration;

namespace Supervision.Silo;

/// <summary>Where this installation keeps everything. With a PostgreSQL connection string it is clustered, without one embedded.</summary>
/// <param name="Postgres"><c>Supervision:Postgres</c>; null means SQLite in <paramref name="DataFolder"/>.</param>
/// <param name="DataFolder"><c>Supervision:Data</c>, by default <c>data</c> beside the program (see <see cref="DataFolders"/>).</param>
/// <param name="Address"><c>Supervision:Address</c>: the address other silos and gateways reach this one at. Default 127.0.0.1.</param>
/// <param name="SiloPort"><c>Supervision:SiloPort</c>, default 11111.</param>
/// <param name="GatewayPort"><c>Supervision:GatewayPort</c>, default 30000.</param>
/// <param name="Secret"><c>Supervision:Secret</c>: Base64 of at least 32 bytes, the same everywhere; null means a file in <paramref name="DataFolder"/> (see <see cref="Secrets"/>).</param>
/// <param name="Dashboard"><c>Supervision:Dashboard</c>: this silo gathers what the operators' dashboard shows; by default only when the same process serves it (<c>Supervision:OperatorsUrl</c>).</param>
/// <param name="ServiceId"><c>Supervision:ServiceId</c>: snapshots and reminders belong to it. A restored copy must get another one, or it fires the original's reminders.</param>
public sealed record StoreSettings(
    string? Postgres,
    string DataFolder,
    string Address,
    int SiloPort,
    int GatewayPort,
    string ClusterId,
    string ServiceId,
    string? Secret = null,
    bool Dashboard = false
)
{
    internal const string FileName = "supervision.db";

    public bool IsClustered => Postgres is not null;

    public JournalOptions Journal =>
        Postgres is null ? JournalOptions.Sqlite(Path.Combine(DataFolder, FileName)) : JournalOptions.Postgres(Postgres);

    public static StoreSettings From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Supervision");
        return new(
            section["Postgres"] is { Length: > 0 } postgres ? postgres : null,
            DataFolders.Of(section["Data"]),
            section["Address"] ?? "127.0.0.1",
            section.GetValue("SiloPort", 11111),
            section.GetValue("GatewayPort", 30000),
            section["ClusterId"] ?? "supervision",
            section["ServiceId"] ?? "supervision",
            section["Secret"],
            section.GetValue("Dashboard", section["OperatorsUrl"] is { Length: > 0 })
        );
    }
}
