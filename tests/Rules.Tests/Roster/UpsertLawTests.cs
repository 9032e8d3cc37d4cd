namespace Supervision.Rules.Tests.Roster;

using static Tables;

/// <summary>Walks every column of every roster, and every field a command may leave out: what is not told stays what it is.</summary>
public sealed class UpsertLawTests
{
    public static TheoryData<RosterKind> Kinds => [.. RosterTemplate.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Column_LeftOut_LeavesWhatItWouldHaveSaid(RosterKind kind)
    {
        var template = RosterTemplate.Of(kind, english: false)!;
        var walked = 0;
        // Everything differs from what a missing cell would mean.
        var cells = template
            .Headers.Zip(template.Rows[0])
            .Where(pair => pair.First != "备注")
            .ToDictionary(pair => pair.First, pair => pair.First == "状态" ? "停办" : pair.Second);
        var known = Judge(Context, cells);
        foreach (var header in cells.Keys)
        {
            var told = Judge(known.Context, cells.Where(cell => cell.Key != header).ToDictionary());
            if (told.Plan.Findings.Any(finding => finding.Code == RosterCode.ColumnMissing))
                continue; // said, and nothing is taken
            told.Plan.Findings.Should()
                .NotContain(finding => finding.Severity == FindingGrade.Rejected, "{0} without {1}", kind, header);
            told.State.Should().Be(known.State, "{0} without {1}", kind, header);
            walked++;
        }

        walked
            .Should()
            .Be(
                kind switch
                {
                    RosterKind.Schools => 12,
                    RosterKind.Institutions => 7,
                    RosterKind.Inspectors => 3,
                    _ => 3,
                }
            );
    }

    [Fact]
    public void Field_Untold_StaysInEveryCombination()
    {
        var known = new Profile(
            UnitKind.School,
            "2133901746",
            "旧名",
            "330502",
            "330502001",
            "月河街道",
            "primary",
            UnitStatus.Suspended,
            866
        )
        {
            Longitude = 120,
            Latitude = 30,
        };
        var told = new Profile(UnitKind.School, "2133901746", "新名", "330502", "330502002", "朝阳街道", "primary", UnitStatus.Closed, 1)
        {
            Longitude = 121,
            Latitude = 31,
        };
        for (var untold = 0; untold < (int)ProfileFields.Position * 2; untold++)
        {
            var fields = (ProfileFields)untold;
            var merged = Profiles.Merge(known, told, fields);
            merged.Name.Should().Be("新名");
            merged.Status.Should().Be(fields.HasFlag(ProfileFields.Status) ? known.Status : told.Status);
            merged.Students.Should().Be(fields.HasFlag(ProfileFields.Students) ? known.Students : told.Students);
            merged.Longitude.Should().Be(fields.HasFlag(ProfileFields.Position) ? known.Longitude : told.Longitude);
            merged.Latitude.Should().Be(fields.HasFlag(ProfileFields.Position) ? known.Latitude : told.Latitude);
            if (fields.HasFlag(ProfileFields.Town | ProfileFields.TownName))
                (merged.Town, merged.TownName).Should().Be((known.Town, known.TownName));
            Profiles.Merge(null, told, fields).Should().Be(told, "a new unit takes what is told");
        }
    }

    private static (RosterPlan Plan, object? State, RosterContext Context) Judge(RosterContext context, Dictionary<string, string> cells)
    {
        var target = new Profile(UnitKind.School, "2133901815", "德清县实验小学", "330521", null, null, "primary", UnitStatus.Active, null);
        var inspector = new InspectorProfile(
            "督学-330521-01",
            "330521",
            "330521-Z01",
            Employment.PartTime,
            new(2026, 9, 1),
            new(2028, 8, 31)
        );
        var isAssignment = cells.ContainsKey("对象编号");
        if (isAssignment)
            context = context with
            {
                Unit = (_, code) => code == target.Code ? target : null,
                Inspector = code => code == inspector.Code ? inspector : null,
            };
        var plan = RosterJudge.Judge([RosterSheet.Of("a.csv", [.. cells.Keys], [.. cells.Values])], context);
        object? state =
            plan.Units.SingleOrDefault() is { } unit
                ? Profiles.Merge(context.Unit(unit.Profile.Kind, unit.Profile.Code), unit.Profile, unit.Untold)
            : plan.Inspectors.SingleOrDefault() is { } appointed
                ? InspectorProfiles.Merge(context.Inspector(appointed.Profile.Code), appointed.Profile, appointed.Untold)
            : plan.Assignments.SingleOrDefault() is { } assigned ? Assigned(assigned)
            : null;
        return (
            plan,
            state,
            isAssignment ? context : context with { Unit = (_, _) => state as Profile, Inspector = _ => state as InspectorProfile }
        );
    }

    /// <summary>The last day of a school that was assigned with the template's before.</summary>
    private static Assignment Assigned(UnitAssignment assigned)
    {
        var school = A.VisitedSchool();
        school.Do(new AssignInspector(new(assigned.Assignment.Inspector, assigned.Assignment.From, new(2027, 8, 31))));
        school.Do(new AssignInspector(assigned.Assignment) { KeepLastDay = assigned.KeepLastDay });
        return school.State.Assignments.Single(known => known.From == assigned.Assignment.From);
    }
}
