namespace Supervision.Rules.Counties;

/// <summary>Zones of a county, the schools in them, and who is responsible for an area.</summary>
public static class Zones
{
    public const string ZonePrefix = "zone/";
    public const string TownPrefix = "town/";
    public const int Most = 200;
    public const int MostParts = 500;

    private const int MaxCode = 32;
    private const int MaxName = 60;

    /// <summary>The zone a school lies in; null when it is no school, closed for good, or in none.</summary>
    public static Zone? Of(CountyState state, UnitSummary row)
    {
        if (row is { Kind: not UnitKind.School } or { Status: UnitStatus.Closed })
            return null;
        return state.Zones.FirstOrDefault(zone => zone.Schools.Contains(row.Unit))
            ?? state.Zones.FirstOrDefault(zone => row.Town is { } town && zone.Towns.Contains(town));
    }

    /// <summary>The schools of an area, in the order of their keys.</summary>
    /// <param name="area"><c>zone/…</c> or <c>town/…</c>.</param>
    public static IReadOnlyList<UnitSummary> SchoolsOf(CountyState state, string area, IEnumerable<UnitSummary> rows) =>
        [
            .. rows.Where(row => row is { Kind: UnitKind.School, Status: not UnitStatus.Closed } && Lies(state, area, row))
                .OrderBy(row => row.Unit, StringComparer.Ordinal),
        ];

    /// <summary>Who gets a school that has nobody: the area that is nearest to it, its town before its zone. Null when none is assigned on that day.</summary>
    public static AreaAssignment? For(CountyState state, UnitSummary row, DateOnly day) =>
        state
            .Areas.Where(area => area.Covers(day) && Lies(state, area.Area, row))
            .OrderBy(area => area.Area.StartsWith(TownPrefix, StringComparison.Ordinal) ? 0 : 1)
            .FirstOrDefault();

    /// <summary>Null for commands that are not about zones and areas.</summary>
    internal static Decision<CountyEvent>? Decide(CountyState state, CountyCommand command, DateTimeOffset now) =>
        command switch
        {
            SetZone c => Set(state, c, now),
            RemoveZone c => Find(state, c.Code) is null
                ? Refuse(Unknown(c.Code))
                : One(new ZoneRemoved(c.Code, OutgrownOf(state, c.Code)?.Since), now),
            AssignArea c => Assign(state, c.Assignment, now),
            ReleaseArea c => state.Areas.Any(area => area.Area == c.Area)
                ? One(new AreaReleased(c.Area), now)
                : Refuse(AreaUnknown(c.Area)),
            _ => null,
        };

    /// <summary>Null for events that are not about zones and areas.</summary>
    internal static CountyState? Evolve(CountyState state, Fact<CountyEvent> fact) =>
        fact.Event switch
        {
            ZoneSet e => state with
            {
                Zones =
                [
                    .. state
                        .Zones.Where(zone => zone.Code != e.Zone.Code)
                        .Append(e.Zone)
                        .OrderBy(zone => zone.Code, StringComparer.Ordinal),
                ],
            },
            ZoneRemoved e => state with
            {
                Zones = state.Zones.RemoveAll(zone => zone.Code == e.Code),
                Areas = state.Areas.RemoveAll(area => area.Area == ZonePrefix + e.Code),
                Outgrown = state.Outgrown.RemoveAll(zone => zone.Code == e.Code),
            },
            AreaAssigned e => state with
            {
                Areas =
                [
                    .. state
                        .Areas.Where(area => area.Area != e.Assignment.Area)
                        .Append(e.Assignment)
                        .OrderBy(area => area.Area, StringComparer.Ordinal),
                ],
            },
            AreaReleased e => state with { Areas = state.Areas.RemoveAll(area => area.Area == e.Area) },
            ZoneOutgrown e => state with
            {
                Outgrown = [.. state.Outgrown.Where(zone => zone.Code != e.Code), new(e.Code, fact.EffectiveAt)],
            },
            ZoneFits e => state with { Outgrown = state.Outgrown.RemoveAll(zone => zone.Code == e.Code) },
            _ => null,
        };

    /// <summary>Zones that have outgrown the limit, or fit again, since that was last recorded.</summary>
    public static ImmutableArray<Fact<CountyEvent>> Weigh(CountyState state, IEnumerable<UnitSummary> rows, DateTimeOffset now)
    {
        if (state.Zones.IsEmpty)
            return [];
        var limit = County.Rulebook(state).PolicyOn(CivilTime.DateOf(now)).OfOffice.ZoneMaxSchools;
        var counts = rows.Select(row => Of(state, row)?.Code).OfType<string>().CountBy(code => code).ToDictionary(StringComparer.Ordinal);
        var facts = ImmutableArray.CreateBuilder<Fact<CountyEvent>>();
        foreach (var zone in state.Zones)
        {
            var schools = counts.GetValueOrDefault(zone.Code);
            var told = OutgrownOf(state, zone.Code);
            if (schools > limit && told is null)
                facts.Add(new(new ZoneOutgrown(zone.Code, schools, limit), now, now));
            else if (schools <= limit && told is not null)
                facts.Add(new(new ZoneFits(zone.Code, schools, told.Since), now, now));
        }

        return facts.ToImmutable();
    }

    private static OutgrownZone? OutgrownOf(CountyState state, string code) => state.Outgrown.FirstOrDefault(zone => zone.Code == code);

    public static Zone? Find(CountyState state, string code) => state.Zones.FirstOrDefault(zone => zone.Code == code);

    public static Refusal Unknown(string code) =>
        new(
            RefusalCode.ZoneUnknown,
            "zone",
            new($"本县没有代码为 {code} 的责任区", $"the county has no zone {code}"),
            new("先设定该责任区", "set the zone first")
        );

    public static Refusal AreaUnknown(string area) =>
        new(
            RefusalCode.AreaUnknown,
            "area",
            new($"没有这个区域，或其中没有学校：{area}", $"no such area, or no school in it: {area}"),
            new("设置页所列的责任区或乡镇（街道）", "zone/ and a zone's code, or town/ and a town's 9 digits")
        );

    private static bool Lies(CountyState state, string area, UnitSummary row) =>
        area.StartsWith(TownPrefix, StringComparison.Ordinal) ? row.Town == area[TownPrefix.Length..] : Of(state, row)?.Area == area;

    private static Decision<CountyEvent> Set(CountyState state, SetZone command, DateTimeOffset now)
    {
        var zone = command.Zone;
        if (Problem(state, zone) is { } problem)
            return Refuse(problem);
        var limit = County.Rulebook(state).PolicyOn(CivilTime.DateOf(now)).OfOffice.ZoneMaxSchools;
        if (command.Schools > limit)
            return Refuse(
                new(
                    RefusalCode.ZoneOverloaded,
                    "towns",
                    new(
                        $"责任区“{zone.Name}”将有 {command.Schools} 所学校，超过上限 {limit} 所",
                        $"zone {zone.Name} would have {command.Schools} schools, more than {limit}"
                    ),
                    new($"不超过 {limit} 所学校的乡镇（街道）和学校", $"towns and schools of at most {limit} schools")
                )
            );
        return Find(state, zone.Code) is { } known && Same(known, zone) ? Decision<CountyEvent>.Unchanged : One(new ZoneSet(zone), now);
    }

    private static Refusal? Problem(CountyState state, Zone zone)
    {
        if (Refusals.TextProblem("code", zone.Code, MaxCode) is { } code)
            return code;
        if (zone.Code.Any(character => char.IsWhiteSpace(character) || char.IsControl(character) || character == '/'))
            return Invalid("code", "责任区代码含有空格、斜线或不可见字符", "a zone's code has no white space and no slash");
        if (Refusals.TextProblem("name", zone.Name, MaxName) is { } name)
            return name;
        if (zone.Towns.Length + zone.Schools.Length > MostParts)
            return Invalid("towns", $"乡镇和学校合计不超过 {MostParts} 项", $"at most {MostParts} towns and schools together");
        if (
            zone.Towns.FirstOrDefault(town =>
                town is not { Length: 9 } || !town.All(char.IsAsciiDigit) || !town.StartsWith(state.Profile!.Code, StringComparison.Ordinal)
            ) is
            { } odd
        )
            return Invalid(
                "towns",
                $"乡镇（街道）代码须为 9 位数字，且以 {state.Profile!.Code} 开头：{odd}",
                $"a town's code has 9 digits and begins with {state.Profile.Code}: {odd}"
            );
        if (
            zone.Schools.FirstOrDefault(school =>
                school is null || !school.StartsWith("school/", StringComparison.Ordinal) || school.Length > 80
            ) is
            { } unit
        )
            return Invalid("schools", $"不是学校：{unit}", $"no school: {unit}");
        if (zone.Towns.Distinct().Count() != zone.Towns.Length || zone.Schools.Distinct().Count() != zone.Schools.Length)
            return Invalid("towns", "乡镇或学校重复", "a town or school is named twice");
        foreach (var other in state.Zones.Where(other => other.Code != zone.Code))
            if (zone.Towns.Intersect(other.Towns).Concat(zone.Schools.Intersect(other.Schools)).FirstOrDefault() is { } shared)
                return Invalid(
                    "towns",
                    $"{shared} 已属于责任区“{other.Name}”（{other.Code}）",
                    $"{shared} lies in zone {other.Name} ({other.Code}) already"
                );
        return Find(state, zone.Code) is null && state.Zones.Length >= Most
            ? Invalid("code", $"一个县至多 {Most} 个责任区", $"at most {Most} zones")
            : null;

        static Refusal Invalid(string field, string zh, string en) => new(RefusalCode.ZoneInvalid, field, new(zh, en), null);
    }

    private static Decision<CountyEvent> Assign(CountyState state, AreaAssignment assignment, DateTimeOffset now)
    {
        if (Refusals.TextProblem("inspector", assignment.Inspector, 64) is { } nobody)
            return Refuse(nobody);
        if (assignment.To < assignment.From)
            return Refuse(UnitRefusals.AssignmentReversed(new(assignment.Inspector, assignment.From, assignment.To)));
        if (assignment.To < CivilTime.DateOf(now))
            return Refuse(UnitRefusals.AssignmentEnded(new(assignment.Inspector, assignment.From, assignment.To)));
        var known = assignment.Area.StartsWith(ZonePrefix, StringComparison.Ordinal)
            ? Find(state, assignment.Area[ZonePrefix.Length..]) is not null
            : assignment.Area.StartsWith(TownPrefix + state.Profile!.Code, StringComparison.Ordinal)
                && assignment.Area.Length == TownPrefix.Length + 9;
        if (!known)
            return Refuse(AreaUnknown(assignment.Area));
        return state.Areas.Contains(assignment) ? Decision<CountyEvent>.Unchanged : One(new AreaAssigned(assignment), now);
    }

    private static bool Same(Zone one, Zone other) =>
        one.Name == other.Name
        && one.Towns.AsSpan().SequenceEqual(other.Towns.AsSpan())
        && one.Schools.AsSpan().SequenceEqual(other.Schools.AsSpan());

    private static Decision<CountyEvent> One(CountyEvent happened, DateTimeOffset now) =>
        new Decision<CountyEvent>.Accepted([new(happened, now, now)]);

    private static Decision<CountyEvent> Refuse(Refusal refusal) => Decision<CountyEvent>.Refuse(refusal);
}
