namespace Supervision.Actors.Tests;

/// <summary>A silo of its own for every test, started on 1 April 2026, 09:00: the month has just begun.</summary>
public abstract class ActorSuite(StoreUnderTest kind) : IAsyncLifetime
{
    protected const string SchoolKey = "school/" + TestSilo.SchoolCode;
    protected const string CountyKey = "county/" + TestSilo.CountyCode;
    protected const string InspectorKey = "inspector/" + TestSilo.InspectorCode;
    protected const string MissedApril = "missed-visit:" + TestSilo.SchoolCode + ":2026-04";

    protected TestSilo Silo { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Silo = await TestSilo.Start(kind, "2026-04-01 09:00");

    public async ValueTask DisposeAsync()
    {
        await Silo.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A county with one school and its inspector.</summary>
    protected async Task RegisterAll()
    {
        await Silo.RegisterCounty();
        await Silo.Appoint();
        await Silo.RegisterSchool();
        await Until.Is(() => Board(), board => board.Units.Length > 0);
    }

    protected async Task<BoardSnapshot> Board(string county = TestSilo.CountyCode) => (await Silo.County(county).Board())!;

    protected async Task<UnitSummary> Row(string school = TestSilo.SchoolCode, string county = TestSilo.CountyCode) =>
        (await Board(county)).Units.Single(row => row.Code == school);

    protected async Task<long> Version(string stream = SchoolKey) => (await Silo.Journal.Read(stream, 0))!.Head.Version;

    protected async Task<DutyState> DutyOf(string period, string school = TestSilo.SchoolCode) =>
        (await Silo.School(school).Read())!.Duties.Single(duty => duty.Period == Period.Parse(period)).State;

    protected async Task<StoredAlert?> Alert(string id, string county = TestSilo.CountyCode) =>
        (await Silo.Journal.Alerts(new(county, 500))).SingleOrDefault(alert => alert.Id == id);
}
