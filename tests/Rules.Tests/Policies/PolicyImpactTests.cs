namespace Supervision.Rules.Tests.Policies;

/// <summary>Which units a policy would change, found by running the rules.</summary>
public class PolicyImpactTests
{
    private static readonly Life School = A.VisitedSchool().At("2026-04-10 10:00");

    private static bool Changes(Life unit, string key, string value) =>
        PolicyImpact.Changes(
            unit.State,
            unit.Now,
            unit.Rules,
            PolicyCatalogue.Find(key)!.Write(Policy.Default, value).Policy with
            {
                Version = 1,
                EffectiveFrom = Civil.Day("2026-04-11"),
            }
        );

    [Theory]
    [InlineData("cadence.school.perMonth", "2", true, false)]
    [InlineData("cadence.institution.perQuarter", "2", false, true)]
    [InlineData("cadence.warnDays", "9, 2", true, true)]
    [InlineData("cadence.lateSyncGraceD", "9", true, true)]
    [InlineData("cadence.termMinimum", "4", true, false)]
    [InlineData("burden.maxVisitsPerWeek", "4", true, false)]
    [InlineData("issue.verifyW", "7", false, false)]
    [InlineData("presence.maxKmh", "80", false, false)]
    [InlineData("campaign", "02-02/03-03", false, false)]
    [InlineData("platformName", "平台", false, false)]
    public void Policy_ChangesTheUnitsItsValueIsReadFor(string key, string value, bool school, bool institution)
    {
        var other = A.Institution().InspectedBy(A.Inspector).RegisteredAt("2026-03-01").At("2026-04-10 10:00");
        (Changes(School, key, value), Changes(other, key, value)).Should().Be((school, institution));
    }

    [Fact]
    public void Suspended_AndClosedSchools_AreNotChanged()
    {
        Changes(A.VisitedSchool().At("2026-04-10 10:00").Becomes(UnitStatus.Closed), "cadence.school.perMonth", "2").Should().BeFalse();
        Changes(A.VisitedSchool().At("2026-04-10 10:00").Becomes(UnitStatus.Suspended), "cadence.school.perMonth", "2").Should().BeFalse();
    }
}
