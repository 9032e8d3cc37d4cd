using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Orleans;
using Supervision.Contracts;

namespace Supervision.TestKit;

/// <summary>Commands with defaults; a test names only what it is about.</summary>
public sealed partial class TestSilo
{
    public const string CountyCode = "330521";
    public const string SchoolCode = "2133901746";
    public const string InspectorCode = "督学-330521-01";

    public static readonly Actor Office = new("教育督导室", ActorRole.CountyOffice, "", null);

    private static readonly ImmutableArray<MethodUse> Seen = [new(VisitMethod.SiteInspection, 1)];

    public ICountyGrain County(string code = CountyCode) => Grains.GetGrain<ICountyGrain>(Keys.County(code));

    public IRegionGrain Region(string code) => Grains.GetGrain<IRegionGrain>(Keys.Region(code));

    public IInspectorGrain Inspector(string code = InspectorCode) => Grains.GetGrain<IInspectorGrain>(Keys.Inspector(code));

    public ISchoolGrain School(string code = SchoolCode) => Grains.GetGrain<ISchoolGrain>(Keys.Unit(UnitKind.School, code));

    public IInstitutionGrain Institution(string code) => Grains.GetGrain<IInstitutionGrain>(Keys.Unit(UnitKind.Institution, code));

    /// <summary>Civil time: <c>2026-04-30 23:59:59.999</c>, or a day for its 00:00.</summary>
    public static DateTimeOffset At(string civil) =>
        new DateTimeOffset(DateTime.Parse(civil, CultureInfo.InvariantCulture), CivilTime.Offset).ToUniversalTime();

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static CountyProfile ProfileOfCounty(string code = CountyCode, string? city = null) =>
        new(code, "县" + code, city ?? code[..4], "市" + code[..4], code[..2], "省" + code[..2]);

    public static Profile ProfileOfSchool(string code = SchoolCode, string county = CountyCode) =>
        new(UnitKind.School, code, "示例小学" + code, county, null, null, "primary", UnitStatus.Active, 820);

    /// <summary>The submission of a command, with an id of its own and a fingerprint of its content.</summary>
    public static Submission<TCommand> Submit<TCommand>(TCommand command, Actor? by = null, Guid? opId = null) =>
        new(opId ?? Guid.NewGuid(), SHA256.HashData(Encoding.UTF8.GetBytes(command!.ToString()!)), by ?? Office, command);

    /// <summary>An hour's visit by the inspector; its id is the operation's.</summary>
    public static Submission<UnitCommand> VisitAt(string startedAt, string by = InspectorCode, Guid? opId = null) =>
        VisitAt(At(startedAt), by, opId);

    public static Submission<UnitCommand> VisitAt(DateTimeOffset startedAt, string by = InspectorCode, Guid? opId = null)
    {
        var id = opId ?? Guid.NewGuid();
        var visit = new Visit(id, by, VisitKind.Regular, startedAt, startedAt.AddHours(1), Seen, null);
        return Submit<UnitCommand>(new RecordVisit(visit), new Actor(by, ActorRole.Inspector, "", by), id);
    }

    public async Task RegisterCounty(string code = CountyCode, string? city = null) =>
        Accepted(await County(code).Execute(Submit<CountyCommand>(new RegisterCounty(ProfileOfCounty(code, city)))));

    public async Task Appoint(string inspector = InspectorCode, string county = CountyCode) =>
        Accepted(
            await Inspector(inspector)
                .Execute(
                    Submit<InspectorCommand>(
                        new AppointInspector(new(inspector, county, null, Employment.FullTime, Day("2025-09-01"), null))
                    )
                )
        );

    /// <param name="inspector">Responsible from today on; null for nobody.</param>
    public async Task RegisterSchool(string code = SchoolCode, string? inspector = InspectorCode, string county = CountyCode) =>
        Accepted(
            await School(code)
                .Execute(
                    Submit<UnitCommand>(
                        new RegisterUnit(
                            ProfileOfSchool(code, county),
                            inspector is null ? null : new(inspector, CivilTime.DateOf(Now), null)
                        )
                    )
                )
        );

    /// <summary>A visit of an hour that ends, and is uploaded, now.</summary>
    public async Task<Reply> Visit(string school = SchoolCode, string by = InspectorCode) =>
        Accepted(await School(school).Execute(VisitAt(Now.AddHours(-1), by)));

    public async Task<Reply> Do(UnitCommand command, string school = SchoolCode) => Accepted(await School(school).Execute(Submit(command)));

    /// <summary>Sets the clock; nothing notices yet.</summary>
    public void SetClock(string at) => _time.SetUtcNow(At(at));

    public void SetClock(DateTimeOffset at) => _time.SetUtcNow(at);

    /// <summary>Sets the clock and wakes every county.</summary>
    public async Task AdvanceTo(string at)
    {
        SetClock(at);
        var counties = await Grains.GetGrain<IDirectoryGrain>(0).Counties("");
        await Task.WhenAll(counties.Select(county => County(county.Code).Wake()));
    }

    private static Reply Accepted(Outcome outcome) =>
        outcome.Reply ?? throw new InvalidOperationException($"Refused: {outcome.Refusal!.Code}, {outcome.Refusal.Message.En}");
}
