namespace Supervision.Rules.Tests.Roster;

using static Tables;

/// <summary>What a roster does to units and inspectors that are registered already.</summary>
public sealed class RegisteredTests
{
    private static readonly Profile Known = new(
        UnitKind.School,
        "2133901746",
        "吴兴区实验小学",
        "330502",
        "330502001",
        "月河街道",
        "primary",
        UnitStatus.Suspended,
        866
    )
    {
        Longitude = 120.2418,
        Latitude = 30.9208,
    };

    private static readonly InspectorProfile Appointed = new(
        "督学-330502-01",
        "330502",
        "330502-Z01",
        Employment.PartTime,
        new(2025, 9, 1),
        new(2027, 8, 31)
    );

    [Fact]
    public void Columns_Absent_LeaveWhatIsRegistered()
    {
        var plan = JudgeKnown(
            RosterSheet.Of(
                "a.csv",
                ["学校标识码", "学校名称", "办学类型", "县级行政区划代码"],
                ["2133901746", "吴兴区实验小学", "小学", "330502"]
            )
        );

        plan.Findings.Should().BeEmpty();
        var asked = plan.Units.Single();
        Profiles.Merge(Known, asked.Profile, asked.Untold).Should().Be(Known);
    }

    [Fact]
    public void Unit_ToldOnlyItsName_StaysSuspendedWithTownPupilsAndPlace()
    {
        var school = A.VisitedSchool();
        school.Do(new RegisterUnit(school.Profile with { Status = UnitStatus.Suspended, Longitude = 120, Latitude = 30 }, null));
        var before = school.State.Profile!;

        school.Do(
            new RegisterUnit(
                new(UnitKind.School, before.Code, "新的校名", before.County, null, null, before.Category, UnitStatus.Active, null),
                null
            )
            {
                Untold =
                    ProfileFields.Town | ProfileFields.TownName | ProfileFields.Status | ProfileFields.Students | ProfileFields.Position,
            }
        );

        school.State.Profile.Should().Be(before with { Name = "新的校名" });
    }

    [Fact]
    public void Inspector_ToldWithoutLastDayAndZone_KeepsBoth()
    {
        var told = Appointed with { Zone = null, TermTo = null, Employment = Employment.FullTime };

        InspectorProfiles
            .Merge(Appointed, told, InspectorFields.Zone | InspectorFields.LastDay)
            .Should()
            .Be(Appointed with { Employment = Employment.FullTime });
        InspectorProfiles.Merge(Appointed, told, InspectorFields.None).Should().Be(told);
    }

    public static TheoryData<string, string> Cleared() =>
        new()
        {
            { "乡级代码", "330502001" },
            { "乡镇(街道)", "月河街道" },
            { "在校生数", "866" },
            { "经度", "120.2418" },
            { "纬度", "30.9208" },
            { "状态", "停办(停业)" },
        };

    [Theory]
    [MemberData(nameof(Cleared))]
    public void Cell_BlankInAColumnThatIsThere_SaysWhatItWillClear(string column, string said)
    {
        var other =
            column == "乡级代码" ? "乡镇(街道)"
            : column == "乡镇(街道)" ? "乡级代码"
            : column == "经度" ? "纬度"
            : column == "纬度" ? "经度"
            : null;
        string[] headers = ["学校标识码", "学校名称", "办学类型", "县级行政区划代码", column, .. other is null ? (string[])[] : [other]];
        var plan = JudgeKnown(RosterSheet.Of("a.csv", headers, ["2133901746", "吴兴区实验小学", "小学", "330502", "", ""]));

        var finding = plan.Findings.Single(finding => finding.ColumnName!.Zh == column);
        (finding.Severity, finding.Code, finding.Row).Should().Be((FindingGrade.Warning, RosterCode.BlankClears, 2));
        finding.Message.Zh.Should().Contain(said);
        finding.Accepted.Should().NotBeNull();
        plan.Units.Should().ContainSingle("it is said, and done");
    }

    [Fact]
    public void LastDay_BlankInAColumnThatIsThere_IsSaidBeforeTheAppointmentLosesIt()
    {
        JudgeKnown(Inspectors(Inspector(to: "")))
            .Findings.Should()
            .ContainSingle(finding => finding.Code == RosterCode.BlankClears && finding.Message.Zh.Contains("2027-08-31"));
        Judge(Inspectors(Inspector(to: ""))).Findings.Should().ContainSingle(finding => finding.Code == RosterCode.BlankRead);
        JudgeKnown(
            RosterSheet.Of(
                "a.csv",
                ["督学编号", "县级行政区划代码", "专兼职", "起始日期"],
                ["督学-330502-01", "330502", "兼职", "2025-09-01"]
            )
        )
            .Findings.Should()
            .BeEmpty();
    }

    [Theory]
    [InlineData("#N/A")]
    [InlineData("#DIV/0!")]
    [InlineData("#ref!")]
    [InlineData("＃ＮＡＭＥ？")]
    [InlineData("########")]
    public void Error_WrittenAsText_IsRejectedInAnyColumnThatIsRead(string error)
    {
        var row = School(town: "330502001", townName: "月河街道", students: "1", primary: "1", junior: "0");
        for (var column = 0; column < row.Length; column++)
        {
            var cells = row.ToArray();
            cells[column] = error;
            var plan = JudgeKnown(Schools(cells));

            plan.Units.Should().BeEmpty();
            plan.Findings.Should()
                .ContainSingle(finding => finding.Severity == FindingGrade.Rejected)
                .Which.Should()
                .Match<RosterFinding>(finding =>
                    finding.Code == RosterCode.CellUnreadable && finding.Row == 2 && finding.Value == error && finding.Accepted != null
                );
        }
    }

    [Fact]
    public void Assignment_WithoutAColumnOfLastDays_KeepsTheOneThereIs()
    {
        var school = A.VisitedSchool();
        school.Do(new AssignInspector(new(A.Other, Civil.Day("2026-05-01"), Civil.Day("2027-04-30"))));
        var before = school.State.Assignments;

        school.Do(new AssignInspector(new(A.Other, Civil.Day("2026-05-01"), null)) { KeepLastDay = true });

        school.State.Assignments.Should().Equal(before);
    }

    private static RosterPlan JudgeKnown(params RosterSheet[] sheets) =>
        RosterJudge.Judge(
            sheets,
            Context with
            {
                Unit = (kind, code) => kind == UnitKind.School && code == Known.Code ? Known : null,
                Inspector = code => code == Appointed.Code ? Appointed : null,
            }
        );
}
