namespace Supervision.Rules.Tests.Roster;

using static Tables;

public sealed class MassChangeTests
{
    private static readonly string[] Codes = [.. Enumerable.Range(1, 9).Select(i => $"21339{i:D5}")];

    [Theory]
    [InlineData("正常", "school.status=active:9")]
    [InlineData("", "school.status=active:9")]
    [InlineData("注销", "school.status=closed:9")]
    public void Schools_ThatWouldAllChangeTheirStatus_WaitForAConfirmationWithTheCount(string status, string confirmation)
    {
        var sheet = Schools([
            .. Codes.Select(
                (code, i) =>
                    School(code: code, name: $"第{i}小学", town: "330502001", townName: "月河街道", students: $"{100 + i}", status: status)
            ),
        ]);

        var held = JudgeKnown(sheet);
        held.Changes.Single()
            .Should()
            .Match<MassChange>(change => change.Confirmation == confirmation && change.Count == 9 && !change.Confirmed);
        (held.Units.Length, held.Sheets.Single().Held, held.Sheets.Single().Accepted).Should().Be((0, 9, 0));
        held.Findings.Where(finding => finding.Severity == FindingGrade.Held)
            .Should()
            .HaveCount(9)
            .And.OnlyContain(finding => finding.Row > 1 && finding.Column == "status" && finding.Accepted!.Zh.Contains(confirmation));

        JudgeKnown(Context with { Confirmed = [confirmation] }, sheet).Units.Should().HaveCount(9);
        JudgeKnown(Context with { Confirmed = [confirmation.Replace(":9", ":8", StringComparison.Ordinal)] }, sheet)
            .Units.Should()
            .BeEmpty("another count was confirmed");
    }

    [Fact]
    public void Schools_ThatWouldAllLoseTheirTown_Wait() =>
        JudgeKnown(Schools([.. Codes.Select((code, i) => School(code: code, name: $"第{i}小学", students: $"{100 + i}", status: "停办"))]))
            .Changes.Select(change => change.Confirmation)
            .Should()
            .Equal("school.town=:9");

    [Fact]
    public void Schools_ThatWouldAllHaveOnePupilCount_Wait() =>
        JudgeKnown(
            Schools([
                .. Codes.Select((code, i) => School(code: code, name: $"第{i}小学", town: "330502001", students: "0", status: "停办")),
            ])
        )
            .Changes.Select(change => change.Confirmation)
            .Should()
            .Equal("school.students=0:9");

    [Fact]
    public void Units_ThatWouldAllGoToOneInspector_Wait()
    {
        var plan = JudgeKnown(Assignments([.. Codes.Take(5).Select(code => Assignment(inspector: "督学-330502-02", code: code))]));

        plan.Changes.Select(change => change.Confirmation).Should().Equal("school.inspector=督学-330502-02:5");
        plan.Assignments.Should().BeEmpty();
        JudgeKnown(Assignments([.. Codes.Take(5).Select(code => Assignment(code: code))]))
            .Assignments.Should()
            .HaveCount(5, "he is responsible already");
    }

    [Fact]
    public void Inspectors_WhoWouldAllLoseTheirLastDay_Wait()
    {
        string[] codes = [.. Enumerable.Range(1, 6).Select(i => $"督学-330502-{i:D2}")];
        var blank = Inspectors([.. codes.Select(code => Inspector(code: code, to: ""))]);

        JudgeKnown(blank).Changes.Single().Confirmation.Should().Be("inspector.lastDay=:6");
        Judge(blank).Changes.Single().Confirmation.Should().Be("inspector.lastDay=:6", "new ones too: an empty column is no decision");
        Judge(Inspectors([.. codes.Select(code => Inspector(code: code, to: "长期"))])).Changes.Should().BeEmpty("a word is a decision");
    }

    [Fact]
    public void Changes_OfAFew_AreDoneAtOnce()
    {
        var sheet = Schools([
            .. Codes
                .Take(2)
                .Select(
                    (code, i) => School(code: code, name: $"第{i}小学", town: "330502001", townName: "月河街道", students: $"{100 + i}")
                ),
        ]);

        var plan = JudgeKnown(sheet);

        plan.Changes.Should().BeEmpty();
        plan.Units.Should().HaveCount(2);
    }

    [Fact]
    public void Rows_ThatChangeNothing_AreNeverHeld() =>
        JudgeKnown(
            Schools([
                .. Codes.Select(
                    (code, i) =>
                        School(
                            code: code,
                            name: $"第{i}小学",
                            town: "330502001",
                            townName: "月河街道",
                            students: $"{100 + i}",
                            status: "停办"
                        )
                ),
            ])
        )
            .Changes.Should()
            .BeEmpty();

    private static RosterPlan JudgeKnown(params RosterSheet[] sheets) => JudgeKnown(Context, sheets);

    private static RosterPlan JudgeKnown(RosterContext context, params RosterSheet[] sheets) =>
        RosterJudge.Judge(
            sheets,
            context with
            {
                Unit = (kind, code) =>
                    Array.IndexOf(Codes, code) is >= 0 and var i
                        ? new(
                            UnitKind.School,
                            code,
                            $"第{i}小学",
                            "330502",
                            "330502001",
                            "月河街道",
                            "primary",
                            UnitStatus.Suspended,
                            100 + i
                        )
                        : null,
                Inspector = code => new(code, "330502", "330502-Z01", Employment.PartTime, new(2025, 9, 1), new(2027, 8, 31)),
                Responsible = (_, code) => Codes.Contains(code) ? "督学-330502-01" : null,
            }
        );
}
