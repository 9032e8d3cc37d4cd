namespace Supervision.Browser.Tests.Hosting;

/// <summary>
/// A sandbox whose clock stands at noon of 2 March 2026, with the roster of one county (or all five) imported through the API.
/// Tests that share one must not move its clock.
/// </summary>
public class Office : IAsyncLifetime
{
    /// <summary>德清县: 40 schools, 16 institutions, 8 inspectors.</summary>
    public const string County = "330521";

    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(8));

    public static readonly IReadOnlyList<string> Files =
    [
        "counties.csv",
        "inspectors.csv",
        "schools.csv",
        "institutions.csv",
        "assignments.csv",
    ];

    private GatewayProcess? _gateway;
    private OfficeApi? _api;

    public GatewayProcess Gateway => _gateway!;

    /// <summary>Speaks as the office itself.</summary>
    public OfficeApi Api => _api!;

    protected virtual string SignsInAs => $"county-{County}";

    protected virtual string Roster(string file) => RosterOf(file);

    public virtual async ValueTask InitializeAsync()
    {
        _gateway = await GatewayProcess.Start("--sandbox");
        _api = await OfficeApi.SignIn(_gateway, SignsInAs);
        await _api.Import([.. Files.Select(file => (file, Roster(file)))]);
        await _api.AdvanceTo(Noon);
    }

    public async ValueTask DisposeAsync()
    {
        _api?.Dispose();
        if (_gateway is not null)
            await _gateway.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A file of the demonstration's roster with the rows of the one county.</summary>
    public static string RosterOf(string file)
    {
        var lines = File.ReadAllLines(Places.Demonstration(file));
        var column = Array.IndexOf(lines[0].TrimStart('\uFEFF').Split(','), "county_code");
        return string.Join('\n', lines.Where((line, index) => index == 0 || line.Split(',')[column] == County)) + "\n";
    }
}
