namespace Supervision.Rules.Tests.Status;

/// <summary>Colours with their grounds (5.10).</summary>
public class CoverageTests
{
    internal static readonly Dictionary<string, Func<Life>> Situations = new()
    {
        ["white: pending"] = () => A.VisitedSchool().At("2026-04-01"),
        ["amber: due soon"] = () => A.VisitedSchool().At("2026-04-28"),
        ["green: satisfied"] = () => A.VisitedSchool().Visit("2026-04-09 09:00"),
        ["red: missed"] = () => A.VisitedSchool().At("2026-05-01"),
        ["red: missed by the county after a hand-over"] = () => A.VisitedSchool().Assign(A.Other, "2026-04-25").At("2026-05-01"),
        ["red: missed without inspector"] = () => A.School().RegisteredAt("2026-04-01").At("2026-05-01"),
        ["white: restated"] = () => A.VisitedSchool().Visit("2026-04-29 09:00", uploadedAt: "2026-05-02 09:00"),
        ["red: late visit waits"] = () => A.VisitedSchool().Visit("2026-04-29 09:00", uploadedAt: "2026-05-09 09:00"),
        ["white: excused"] = () => A.VisitedSchool().At("2026-05-09").Excuse("2026-04"),
        ["red: too few visits in the term"] = () =>
            A.School().InspectedBy(A.Inspector).RegisteredAt("2026-03-01").Visit("2026-03-10 09:00").At("2026-07-05"),
        ["green: visited thrice in a week"] = () =>
            A.VisitedSchool().Visit("2026-04-07 09:00").Visit("2026-04-08 09:00").Visit("2026-04-09 09:00"),
        ["grey: summer"] = () => A.School().InspectedBy(A.Inspector).RegisteredAt("2026-07-01"),
        ["grey: not owed"] = () => A.Institution().Under(policy => policy with { InstitutionPerQuarter = 0 }).RegisteredAt("2026-04-01"),
        ["grey: registered late"] = () => A.School().InspectedBy(A.Inspector).RegisteredAt("2026-04-29"),
        ["grey: suspended"] = () => A.VisitedSchool().At("2026-04-09").Becomes(UnitStatus.Suspended),
        ["grey: suspended after a miss"] = () => A.VisitedSchool().At("2026-05-09").Becomes(UnitStatus.Suspended),
        ["grey: closed"] = () => A.VisitedSchool().At("2026-04-09").Becomes(UnitStatus.Closed),
        ["white: nobody"] = () => A.School().RegisteredAt("2026-04-01"),
        ["white: nobody yet"] = () => A.School().InspectedBy(A.Inspector, "2026-04-15").RegisteredAt("2026-04-01"),
        ["amber: taken over late"] = () => A.VisitedSchool().Assign(A.Other, "2026-04-25").At("2026-04-26"),
        ["white: provisional"] = () => A.School().InspectedBy(A.Inspector).RegisteredAt("2027-03-01"),
        ["white: institution"] = () => A.Institution().InspectedBy(A.Inspector).RegisteredAt("2026-04-01"),
        ["red: institution"] = () => A.Institution().InspectedBy(A.Inspector).RegisteredAt("2026-04-01").At("2026-07-01"),
    };

    [Theory]
    [InlineData("white: pending", Colour.White, "COV-PENDING 2026-04-01→2026-04-24")]
    [InlineData("amber: due soon", Colour.Amber, "COV-DUE-SOON 2026-04-28→2026-04-30")]
    [InlineData("green: satisfied", Colour.Green, "COV-SATISFIED 2026-04-09→2026-05-01")]
    [InlineData("red: missed", Colour.Red, "COV-MISSED 2026-05-01→never", "COV-PENDING 2026-05-01→2026-05-25")]
    [InlineData(
        "red: missed by the county after a hand-over",
        Colour.Red,
        "COV-MISSED 2026-05-01→never",
        "COV-PENDING 2026-05-01→2026-05-25"
    )]
    [InlineData(
        "red: missed without inspector",
        Colour.Red,
        "COV-MISSED 2026-05-01→never",
        "COV-PENDING 2026-05-01→2026-05-25",
        "COV-UNASSIGNED 2026-04-01→never"
    )]
    [InlineData("white: restated", Colour.White, "COV-PENDING 2026-05-01→2026-05-25", "COV-SATISFIED-LATE 2026-04-29→2026-06-01")]
    [InlineData(
        "red: late visit waits",
        Colour.Red,
        "COV-MISSED 2026-05-01→never",
        "COV-PENDING 2026-05-01→2026-05-25",
        "COV-AWAITING 2026-04-29→never"
    )]
    [InlineData("white: excused", Colour.White, "COV-PENDING 2026-05-01→2026-05-25", "COV-EXCUSED 2026-05-09→2026-06-01")]
    [InlineData("grey: summer", Colour.Grey, "COV-EXEMPT 2026-07-01→2026-08-01")]
    [InlineData("grey: not owed", Colour.Grey, "COV-EXEMPT 2026-04-01→2026-07-01", "COV-UNASSIGNED 2026-04-01→never")]
    [InlineData("grey: registered late", Colour.Grey, "COV-EXEMPT 2026-04-29→2026-05-01")]
    [InlineData("grey: suspended", Colour.Grey, "COV-SUSPENDED 2026-04-09→never", "COV-PENDING 2026-04-01→2026-05-01")]
    [InlineData("grey: suspended after a miss", Colour.Grey, "COV-SUSPENDED 2026-05-09→never", "COV-PENDING 2026-05-01→2026-06-01")]
    [InlineData("grey: closed", Colour.Grey, "COV-CLOSED 2026-04-09→never")]
    [InlineData("white: nobody", Colour.White, "COV-PENDING 2026-04-01→2026-04-24", "COV-UNASSIGNED 2026-04-01→never")]
    [InlineData("white: nobody yet", Colour.White, "COV-PENDING 2026-04-01→2026-04-24", "COV-UNASSIGNED 2026-04-01→2026-04-15")]
    [InlineData("amber: taken over late", Colour.Amber, "COV-DUE-SOON 2026-04-24→2026-04-28", "COV-HANDOVER 2026-04-25→2026-05-01")]
    [InlineData("white: provisional", Colour.White, "COV-PENDING 2027-03-01→2027-03-25", "COV-PROVISIONAL 2027-03-01→never")]
    [InlineData("white: institution", Colour.White, "COV-PENDING 2026-04-01→2026-06-24")]
    [InlineData("red: institution", Colour.Red, "COV-MISSED 2026-07-01→never", "COV-PENDING 2026-07-01→2026-09-24")]
    public void Unit_InASituation_HasItsColourAndItsGrounds(string situation, Colour colour, params string[] reasons)
    {
        var life = Situations[situation]();
        life.Coverage.Colour.Should().Be(colour);
        life.Coverage.Reasons.Select(reason =>
                $"{reason.Code} {Civil.Clock(reason.Since)[..10]}→{Civil.Clock(reason.NextChangeAt).Split(' ')[0]}"
            )
            .Should()
            .Equal(reasons);
    }

    [Fact]
    public void Situations_ProduceEveryReasonCode_AndEachHasItsWords()
    {
        var reasons = Situations.Values.SelectMany(situation => situation().Coverage.Reasons).ToList();
        reasons
            .Select(reason => reason.Code)
            .Distinct()
            .Should()
            .BeEquivalentTo(
                "COV-MISSED",
                "COV-DUE-SOON",
                "COV-PENDING",
                "COV-SATISFIED",
                "COV-SATISFIED-LATE",
                "COV-EXCUSED",
                "COV-EXEMPT",
                "COV-UNASSIGNED",
                "COV-HANDOVER",
                "COV-AWAITING",
                "COV-TERM-MINIMUM",
                "COV-BURDEN",
                "COV-PROVISIONAL",
                "COV-SUSPENDED",
                "COV-CLOSED"
            );
        foreach (var view in reasons.Select(ReasonTexts.Render))
        {
            foreach (var text in new[] { view.Text, view.Clause, view.Clears, view.Next }.OfType<Text>())
            {
                text.Zh.Should().MatchRegex("[\u4e00-\u9fff]", view.Code);
                text.En.Should().MatchRegex("[a-z]", view.Code).And.NotMatchRegex("[\uff00-\uffef]", view.Code);
            }

            (view.Next is null)
                .Should()
                .Be(view.NextChangeAt is null, "what comes next is said exactly when something comes: {0}", view.Code);
        }
    }

    [Theory]
    [InlineData("red: missed", "2026年4月没有责任督学到访，记为漏访；由 督学-330521-01 承担")]
    [InlineData("red: missed by the county after a hand-over", "2026年4月没有责任督学到访，记为漏访；交接期内，由县级承担")]
    [InlineData("red: missed without inspector", "2026年4月没有责任督学到访，记为漏访；无责任督学，由县级承担")]
    [InlineData("red: institution", "2026年第2季度没有责任督学到访，记为漏访；由 督学-330521-01 承担")]
    [InlineData("grey: summer", "2026年7月免访：教学日不足")]
    public void Reason_InWords_NamesThePeriodAndWhoAnswers(string situation, string zh) =>
        ReasonTexts.Render(Situations[situation]().Coverage.Reasons[0]).Text.Zh.Should().Be(zh);

    [Fact]
    public void Reason_WithoutWords_IsABug() =>
        FluentActions
            .Invoking(() => ReasonTexts.Render(new("COV-NEW", [], [], default, null)))
            .Should()
            .Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void MissedJune_StaysRedOverTheExemptSummer_UntilSomebodyGoes()
    {
        var school = A.VisitedSchool().Visit("2026-04-09 09:00").Visit("2026-05-09 09:00").At("2026-08-20");
        school.Coverage.Colour.Should().Be(Colour.Red);
        school.Coverage.Reasons[0].Arguments[0].Should().Be("2026-06");
        school.Visit("2026-08-21 09:00", by: A.Other).Coverage.Colour.Should().Be(Colour.Red);
        school.Visit("2026-08-22 09:00").Coverage.Colour.Should().Be(Colour.Grey);
    }

    [Fact]
    public void MissedApril_IsGreenAgainByAVisitInMay() =>
        A.VisitedSchool().Visit("2026-05-06 09:00").Coverage.Colour.Should().Be(Colour.Green);

    [Fact]
    public void NextChange_OfEveryReason_LiesAhead()
    {
        foreach (var life in Situations.Values.Select(situation => situation()))
            life.Coverage.Reasons.Should().OnlyContain(reason => reason.NextChangeAt == null || reason.NextChangeAt > life.Now);
    }
}
