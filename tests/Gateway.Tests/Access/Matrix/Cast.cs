using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Supervision.Contracts;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Access.Matrix;

/// <summary>One of each role, as the test knows them.</summary>
/// <param name="Name">As the lines of <see cref="WhoMay"/> call it.</param>
/// <param name="Area">Leading digits of the counties in scope; null for nobody.</param>
public sealed record Player(string Name, string? Account, string? Area, string? Inspector = null, string? Unit = null)
{
    public const string County = "330521";
    public const string Elsewhere = "320502";
    public const string OwnSchool = "school/2133901815";
    public const string OtherSchool = "school/2133901816";
    public const string Institution = "institution/PX-330521-0001";
    public const string SchoolElsewhere = "school/3232000001";

    public static readonly Player[] All =
    [
        new("anonymous", null, null),
        new("inspector", "inspector-330521-01", County, Inspector: "督学-330521-01"),
        new("independent", "independent-330521", County, Inspector: "督学-330521-91"),
        new("special", "special-330521", County, Inspector: "督学-330521-92"),
        new("intake", "intake-330521", County),
        new("office", "county-330521", County),
        new("director", "director-330521", County),
        new("committee-office", "committee-office-330521", County),
        new("committee", "committee-330521", County),
        new("city", "city", "3305"),
        new("province", "province", "33"),
        new("unit", "unit-2133901815", County, Unit: OwnSchool),
        new("display", "display-330521", County),
        new("admin", "admin", ""),
        new("security", "security", ""),
        new("audit", "audit", ""),
    ];

    /// <summary>Whether a county or region lies in this one's scope; a unit's user has its unit only.</summary>
    public bool Covers(string area) => Area is not null && Unit is null && area.StartsWith(Area, StringComparison.Ordinal);

    public bool CoversUnit(string unit) =>
        Unit is not null
            ? unit == Unit
            : Area is not null
                && CountyOf(unit).StartsWith(Area, StringComparison.Ordinal)
                && !(Name == "independent" && unit == Institution)
                && !(Name == "special" && unit != Institution);

    public bool CoversInspector(string code) =>
        Inspector is not null
            ? Inspector == code
            : Unit is null && Area is not null && code["督学-".Length..].StartsWith(Area, StringComparison.Ordinal);

    private static string CountyOf(string unit) => unit == SchoolElsewhere ? Elsewhere : County;
}

/// <summary>A sandbox of two counties of two provinces, and everybody signed in.</summary>
public sealed class Cast : IAsyncLifetime
{
    private static readonly string[] Kinds = ["county", "inspector", "school", "institution"];

    public TestGateway Gateway { get; private set; } = null!;

    public Dictionary<Player, Person> People { get; } = [];

    public async ValueTask InitializeAsync()
    {
        Gateway = await TestGateway.Start(StoreUnderTest.Sqlite);
        await Register();
        await AddDisplay();
        foreach (var player in Player.All)
            People[player] = player.Account is null ? Person.Nobody(Gateway) : await Person.ByToken(Gateway, player.Account);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in People.Values)
            person.Dispose();
        await Gateway.DisposeAsync();
    }

    /// <summary>The version of everything there is: equal before and after means nothing was written.</summary>
    public async Task<IReadOnlyDictionary<string, long>> Versions() =>
        (await Gateway.Services.GetRequiredService<IJournal>().Heads(new(Kinds, null))).ToDictionary(
            head => head.Stream,
            head => head.Version
        );

    /// <summary>The county's roster lists it from now on.</summary>
    public async Task Move(string unit, string county)
    {
        using var system = Acting.AsSystem();
        var kind = unit.StartsWith("school/", StringComparison.Ordinal) ? UnitKind.School : UnitKind.Institution;
        var profile = new Profile(
            kind,
            Keys.Code(unit),
            unit,
            county,
            null,
            null,
            kind == UnitKind.School ? "primary" : "arts",
            UnitStatus.Active,
            100
        );
        Done(
            await Gateway
                .Services.GetRequiredService<IClusterClient>()
                .Unit(unit)
                .Execute(Submission<UnitCommand>.Upsert(Actor.System, new RegisterUnit(profile, null)))
        );
    }

    private async Task Register()
    {
        using var system = Acting.AsSystem();
        var cluster = Gateway.Services.GetRequiredService<IClusterClient>();
        foreach (var (county, city, province) in new[] { (Player.County, "3305", "33"), (Player.Elsewhere, "3205", "32") })
            Done(
                await cluster
                    .GetGrain<ICountyGrain>(Keys.County(county))
                    .Execute(
                        Submission<CountyCommand>.Upsert(
                            Actor.System,
                            new RegisterCounty(new(county, "县" + county, city, "市" + city, province, "省" + province))
                        )
                    )
            );
        foreach (var code in new[] { "督学-330521-01", "督学-330521-02", "督学-320502-01" })
            Done(
                await cluster
                    .GetGrain<IInspectorGrain>(Keys.Inspector(code))
                    .Execute(
                        Submission<InspectorCommand>.Upsert(
                            Actor.System,
                            new AppointInspector(
                                new(
                                    code,
                                    code.Contains(Player.County, StringComparison.Ordinal) ? Player.County : Player.Elsewhere,
                                    null,
                                    Employment.FullTime,
                                    new(2025, 9, 1),
                                    null
                                )
                            )
                        )
                    )
            );
        foreach (var unit in new[] { Player.OwnSchool, Player.OtherSchool, Player.Institution, Player.SchoolElsewhere })
            await Move(unit, unit == Player.SchoolElsewhere ? Player.Elsewhere : Player.County);

        foreach (var city in new[] { "3305", "3205", "33", "32", "CN" })
            await cluster.GetGrain<IRegionGrain>(Keys.Region(city)).Refresh();
    }

    /// <summary>The one role the sandbox has no account of.</summary>
    private async Task AddDisplay()
    {
        using var scope = Gateway.Services.CreateScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (await users.FindByNameAsync("display-330521") is not null)
            return;
        (
            await users.CreateAsync(
                new Account
                {
                    UserName = "display-330521",
                    DisplayName = "看板屏",
                    Role = ActorRole.Display,
                    Area = Player.County,
                },
                AccountSeeds.DemoPassword
            )
        ).Succeeded.Should().BeTrue();
    }

    private static void Done(Outcome outcome) => outcome.Refusal.Should().BeNull();
}
