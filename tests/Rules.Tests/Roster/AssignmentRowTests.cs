namespace Supervision.Rules.Tests.Roster;

using static Tables;

public sealed class AssignmentRowTests
{
    private static readonly Profile Registered = new(
        UnitKind.School,
        "2133901746",
        "吴兴区实验小学",
        "330502",
        null,
        null,
        "primary",
        UnitStatus.Active,
        null
    );

    private static readonly InspectorProfile Known = new(
        "督学-330502-01",
        "330502",
        "330502-Z01",
        Employment.PartTime,
        new(2025, 9, 1),
        new(2027, 8, 31)
    );

    [Fact]
    public void Assignment_OfAUnitInTheUpload_TravelsWithIt()
    {
        var plan = Judge(Schools(School()), Inspectors(Inspector()), Assignments(Assignment(county: "330502", zone: "330502-Z01")));

        plan.Findings.Should().BeEmpty();
        plan.Inspectors.Should().Equal(new AppointInspector(Known));
        plan.Units.Single().Assignment.Should().Be(new Assignment("督学-330502-01", new(2025, 9, 1), new(2027, 8, 31)));
        plan.Assignments.Should().BeEmpty();
    }

    [Fact]
    public void Assignment_OfARegisteredUnit_StandsAlone()
    {
        var plan = JudgeKnown(Assignments(Assignment(to: "")));

        plan.Units.Should().BeEmpty();
        plan.Assignments.Should()
            .Equal(new UnitAssignment(UnitKind.School, "2133901746", new("督学-330502-01", new(2025, 9, 1), new(2027, 8, 31))));
        plan.Counties.Single().Code.Should().Be("330502");
    }

    [Fact]
    public void References_OfAssignments_AreListedForLookup()
    {
        var references = RosterJudge.References([Assignments(Assignment(), Assignment(kind: "机构", code: "PX-330502-0001"))]);

        references.Units.Should().Equal((UnitKind.School, "2133901746"), (UnitKind.Institution, "PX-330502-0001"));
        references.Inspectors.Should().Equal("督学-330502-01");
    }

    public static TheoryData<string[], RosterCode, string> Rejected() =>
        new()
        {
            { Assignment(code: "2133901999"), RosterCode.UnitUnknown, "target_code" },
            { Assignment(inspector: "督学-330502-99"), RosterCode.InspectorUnknown, "inspector_code" },
            { Assignment(inspector: "张三"), RosterCode.InspectorCodeInvalid, "inspector_code" },
            { Assignment(inspector: "督学-330503-01"), RosterCode.InspectorOfOtherCounty, "inspector_code" },
            { Assignment(county: "330503"), RosterCode.CodeCountyDiffers, "county_code" },
            { Assignment(county: "330103"), RosterCode.CountyAbolished, "county_code" },
            { Assignment(kind: "幼儿园"), RosterCode.WordUnknown, "target_kind" },
            { Assignment(kind: "institution"), RosterCode.InstitutionCodeInvalid, "target_code" },
            { Assignment(from: ""), RosterCode.FieldRequired, "valid_from" },
            { Assignment(from: "2027-09-01"), RosterCode.DatesReversed, "valid_to" },
            { Assignment(from: "46266"), RosterCode.DateInvalid, "valid_from" },
            { Assignment(from: "2026-02-30"), RosterCode.DateInvalid, "valid_from" },
            { Assignment(from: "2026.9.1"), RosterCode.DateInvalid, "valid_from" },
            { Assignment(from: "9/1/2026"), RosterCode.DateInvalid, "valid_from" },
            { Assignment(from: "1026-09-01"), RosterCode.DateInvalid, "valid_from" },
            { Assignment(to: "2027-08-31 08:30"), RosterCode.DateInvalid, "valid_to" },
            { Assignment(to: "2028-08-31"), RosterCode.AssignmentOutsideTerm, "valid_to" },
            { Assignment(from: "2025-08-01"), RosterCode.AssignmentOutsideTerm, "valid_from" },
        };

    [Theory]
    [MemberData(nameof(Rejected))]
    public void Assignment_WithAFault_IsRejected(string[] row, RosterCode code, string column)
    {
        var plan = JudgeKnown(Assignments(row));

        plan.Assignments.Should().BeEmpty();
        var finding = plan.Findings.Single(finding => finding.Severity == FindingGrade.Rejected);
        (finding.Code, finding.Column).Should().Be((code, column));
    }

    [Theory]
    [InlineData("2025-09-01")]
    [InlineData("2025/9/1")]
    [InlineData("2025年9月1日")]
    [InlineData("２０２５年９月１日")]
    [InlineData("2025/9/1 0:00:00")]
    [InlineData("2025-9-1")]
    public void Dates_InAnyFormOfUse_AreTheSameDay(string from) =>
        JudgeKnown(Assignments(Assignment(from: from))).Assignments.Single().Assignment.From.Should().Be(new DateOnly(2025, 9, 1));

    [Fact]
    public void Dates_OfAWorkbooksDateCell_AreReadAndItsNumbersAreNot()
    {
        static RosterSheet With(RosterCell from)
        {
            var sheet = Assignments(Assignment());
            return sheet with { Rows = sheet.Rows.SetItem(1, sheet.Rows[1] with { Cells = sheet.Rows[1].Cells.SetItem(5, from) }) };
        }

        JudgeKnown(With(new("2025-09-01", CellKind.Date))).Assignments.Should().ContainSingle();
        JudgeKnown(With(new("45901", CellKind.Number))).Codes(FindingGrade.Rejected).Should().Equal(RosterCode.DateInvalid);
    }

    [Fact]
    public void Assignment_OfAClosedUnit_IsRejectedAndTheUnitIsTaken()
    {
        var plan = Judge(Schools(School(status: "注销")), Inspectors(Inspector()), Assignments(Assignment()));

        plan.Codes(FindingGrade.Rejected).Should().Equal(RosterCode.UnitClosed);
        plan.Units.Single().Assignment.Should().BeNull();
    }

    [Fact]
    public void Assignment_OfARejectedRow_FindsNoUnit() =>
        Judge(Schools(School(county: "330103")), Inspectors(Inspector()), Assignments(Assignment()))
            .Codes(FindingGrade.Rejected)
            .Should()
            .Equal(RosterCode.CountyAbolished, RosterCode.UnitUnknown);

    public static TheoryData<string[], RosterCode> Warned() =>
        new() { { Assignment(to: "2026-01-31"), RosterCode.TermOver }, { Assignment(zone: "330502-Z02"), RosterCode.ZoneDiffers } };

    [Theory]
    [MemberData(nameof(Warned))]
    public void Assignment_ThatLooksOdd_IsTakenWithAWarning(string[] row, RosterCode code)
    {
        var plan = JudgeKnown(Assignments(row));

        plan.Assignments.Should().ContainSingle();
        plan.Codes(FindingGrade.Warning).Should().Equal(code);
    }

    [Theory]
    [InlineData(5, 0, 0)]
    [InlineData(6, 1, 0)]
    [InlineData(8, 1, 0)]
    [InlineData(10, 1, 2)]
    public void Inspector_WithMoreThanFiveSchools_IsWarnedOf_AndTheNinthIsTurnedAway(int schools, int warnings, int rejections)
    {
        var plan = Judge(Crowd(schools, 1));

        plan.Codes(FindingGrade.Warning).Count(code => code == RosterCode.InspectorOverloaded).Should().Be(warnings);
        var rejected = plan.Findings.Where(finding => finding.Severity == FindingGrade.Rejected).ToList();
        rejected.Should().HaveCount(rejections);
        rejected
            .Select(finding => (finding.Code, finding.Row > 9, finding.Accepted is null))
            .Distinct()
            .Should()
            .BeEquivalentTo(rejections == 0 ? [] : new[] { (RosterCode.InspectorOverloaded, true, false) });
        plan.Units.Count(unit => unit.Assignment is not null).Should().Be(schools - rejections);
    }

    [Fact]
    public void Inspector_WhoHasSchoolsAlready_GetsAsManyAsTheCountyAllows_AndWhatIsGivenAwayMakesRoom()
    {
        IReadOnlySet<string> had = Enumerable.Range(50, 7).Select(i => $"school/21339{i:D5}").ToHashSet();
        var context = Context with
        {
            SchoolsOf = code => code == "督学-330502-01" ? had : new HashSet<string>(),
            OfficeOf = _ => OfficePolicy.Default with { InspectorHardMax = 9 },
        };

        RosterJudge.Judge(Crowd(3, 1), context).Codes(FindingGrade.Rejected).Should().Equal(RosterCode.InspectorOverloaded);
        var swapped = Crowd(3, 1);
        swapped[0] = Schools([.. Enumerable.Range(0, 3).Select(i => School(code: $"21339{i:D5}")), School(code: "2133900050")]);
        swapped[1] = Inspectors(Inspector(code: "督学-330502-01"), Inspector(code: "督学-330502-02"));
        swapped[2] = Assignments([
            .. Enumerable.Range(0, 3).Select(i => Assignment(inspector: "督学-330502-01", code: $"21339{i:D5}")),
            Assignment(inspector: "督学-330502-02", code: "2133900050"),
        ]);
        RosterJudge.Judge(swapped, context).Codes(FindingGrade.Rejected).Should().BeEmpty();
    }

    [Theory]
    [InlineData(20, 0)]
    [InlineData(21, 1)]
    public void Zone_WithMoreThanTwentySchools_IsWarnedOf(int schools, int warnings) =>
        Judge(Crowd(schools, 4)).Codes(FindingGrade.Warning).Count(code => code == RosterCode.ZoneOverloaded).Should().Be(warnings);

    private static RosterSheet[] Crowd(int schools, int inspectors) =>
        [
            Schools([.. Enumerable.Range(0, schools).Select(i => School(code: $"21339{i:D5}"))]),
            Inspectors([.. Enumerable.Range(1, inspectors).Select(i => Inspector(code: $"督学-330502-{i:D2}"))]),
            Assignments([
                .. Enumerable
                    .Range(0, schools)
                    .Select(i => Assignment(inspector: $"督学-330502-{i % inspectors + 1:D2}", code: $"21339{i:D5}")),
            ]),
        ];

    private static RosterPlan JudgeKnown(params RosterSheet[] sheets) =>
        RosterJudge.Judge(
            sheets,
            Context with
            {
                Unit = (kind, code) => kind == UnitKind.School && code == Registered.Code ? Registered : null,
                Inspector = code =>
                    code == Known.Code ? Known
                    : code == "督学-330503-01" ? Known with { Code = code, County = "330503" }
                    : null,
            }
        );
}
