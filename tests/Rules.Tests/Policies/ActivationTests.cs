namespace Supervision.Rules.Tests.Policies;

/// <summary>A county's versions, one after another.</summary>
public class ActivationTests
{
    private static readonly DateTimeOffset Now = Civil.At("2026-04-10 10:00");
    private static readonly CountyState Deqing = CountyState.Empty with
    {
        Profile = new("330521", "德清县", "3305", "湖州市", "33", "浙江省"),
    };

    [Fact]
    public void First_WhateverNumberItCameWith_IsVersionOneWithEveryValueWrittenOut()
    {
        var activated = Activated(
            Deqing,
            new(77, Civil.Day("2026-04-11"), CadencePolicy.Default with { SchoolPerMonth = 2 }, Title: "试行")
        );

        activated
            .Should()
            .BeEquivalentTo(
                new Policy(
                    1,
                    Civil.Day("2026-04-11"),
                    CadencePolicy.Default with
                    {
                        SchoolPerMonth = 2,
                    },
                    IssuePolicy.Default,
                    LadderPolicy.Default,
                    OfficePolicy.Default,
                    "试行",
                    InspectorPolicy.Default,
                    CountyPolicy.Default
                )
            );
    }

    [Fact]
    public void Next_IsOneHigher_AndBothStayInTheRulebook()
    {
        var first = Policy.Default with
        {
            EffectiveFrom = Civil.Day("2026-05-01"),
            Cadence = CadencePolicy.Default with { SchoolPerMonth = 2 },
        };
        var state = After(Deqing, first);
        state = After(
            state,
            first with
            {
                EffectiveFrom = Civil.Day("2026-06-01"),
                Cadence = CadencePolicy.Default with { SchoolPerMonth = 3 },
            }
        );

        var rules = County.Rulebook(state);
        new[] { "2026-04-30", "2026-05-01", "2026-05-31", "2026-06-01" }
            .Select(day => rules.PolicyOn(Civil.Day(day)).Version)
            .Should()
            .Equal(0, 1, 1, 2);
        rules.PolicyVersion(1).Cadence.SchoolPerMonth.Should().Be(2);
    }

    [Theory]
    [InlineData("2026-04-10 10:00", "2026-04-10", RefusalCode.PolicyEffectiveTooEarly)]
    [InlineData("2026-04-10 10:00", "2026-04-11", null)]
    [InlineData("2026-04-10 23:54:59.999", "2026-04-11", null)]
    [InlineData("2026-04-10 23:55", "2026-04-11", RefusalCode.PolicyEffectiveTooEarly)]
    [InlineData("2026-04-10 23:55", "2026-04-12", null)]
    [InlineData("2026-04-11 00:00", "2026-04-11", RefusalCode.PolicyEffectiveTooEarly)]
    [InlineData("2026-04-10 10:00", "2027-05-15", null)]
    [InlineData("2026-04-10 10:00", "2027-05-16", RefusalCode.PolicyEffectiveTooFar)]
    [InlineData("2026-04-10 10:00", "0001-01-01", RefusalCode.PolicyEffectiveTooEarly)]
    [InlineData("2026-04-10 10:00", "9999-12-31", RefusalCode.PolicyEffectiveTooFar)]
    public void EffectiveFrom_LaterThanItIsSet_AndNotTooFar(string now, string from, RefusalCode? refused) =>
        Refused(Deqing, new(Policy.Default with { EffectiveFrom = Civil.Day(from) }), now).Should().Be(refused);

    [Fact]
    public void EffectiveFrom_BeforeAVersionThatIsStillToCome_Refused_OnItsDayTaken()
    {
        var state = After(Deqing, Policy.Default with { EffectiveFrom = Civil.Day("2026-09-01") });
        var other = Policy.Default with { Cadence = CadencePolicy.Default with { SchoolPerMonth = 2 } };

        Refused(state, new(other with { EffectiveFrom = Civil.Day("2026-08-31") })).Should().Be(RefusalCode.PolicyEffectiveTooEarly);
        var corrected = After(state, other with { EffectiveFrom = Civil.Day("2026-09-01") });
        County.Rulebook(corrected).PolicyOn(Civil.Day("2026-09-01")).Version.Should().Be(2);
    }

    [Fact]
    public void AskedAgain_ForWhatTheNewestSays_ChangesNothing_AlsoOnceItIsInForce()
    {
        var policy = PolicyPresets.Find("plan-6")!.Over(Policy.Default) with { EffectiveFrom = Civil.Day("2026-04-11"), Title = "方案六" };
        var state = After(Deqing, policy);

        foreach (var now in new[] { "2026-04-10 10:01", "2026-05-01 00:00" })
        {
            County.Decide(state, new ActivatePolicy(policy), Civil.At(now)).Should().BeSameAs(Decision<CountyEvent>.Unchanged);
            County
                .Decide(state, new ActivatePolicy(policy with { Title = null }, Over: 0), Civil.At(now))
                .Should()
                .BeSameAs(Decision<CountyEvent>.Unchanged, "it was done");
        }

        Activated(state, policy with { Title = "方案六（修订）" }).Version.Should().Be(2);
    }

    [Fact]
    public void Over_AVersionThatIsNotTheNewest_Refused()
    {
        var policy = Policy.Default with { EffectiveFrom = Civil.Day("2026-05-01") };
        Refused(Deqing, new(policy, Over: 1)).Should().Be(RefusalCode.PolicySuperseded);
        Refused(Deqing, new(policy, Over: 0)).Should().BeNull();
        Refused(After(Deqing, policy), new(policy with { Cadence = CadencePolicy.Default with { SchoolPerMonth = 2 } }, Over: 0))
            .Should()
            .Be(RefusalCode.PolicySuperseded);
    }

    [Fact]
    public void Policy_WithAValueOutOfRange_OrNoCounty_Refused()
    {
        var policy = Policy.Default with
        {
            EffectiveFrom = Civil.Day("2026-05-01"),
            Cadence = CadencePolicy.Default with { SchoolPerMonth = 9 },
        };
        Refused(Deqing, new(policy)).Should().Be(RefusalCode.PolicyValueInvalid);
        Refused(CountyState.Empty, new(policy)).Should().Be(RefusalCode.CountyUnknown);
        Refused(Deqing, new(null!)).Should().Be(RefusalCode.FieldRequired);
        Refused(Deqing, new(Policy.Default with { EffectiveFrom = Civil.Day("2026-05-01"), Title = new string('题', 101) }))
            .Should()
            .Be(RefusalCode.FieldInvalid);
    }

    [Theory]
    [InlineData(ActorRole.None, false)]
    [InlineData(ActorRole.Inspector, false)]
    [InlineData(ActorRole.Province, false)]
    [InlineData(ActorRole.CountyOffice, true)]
    [InlineData(ActorRole.Administrator, true)]
    [InlineData(ActorRole.System, true)]
    public void Activation_IsTheCountysOwn(ActorRole role, bool may)
    {
        var command = new ActivatePolicy(Policy.Default);
        (CountyPermission.Objection(new("x", role, "330521", null), command, "330521")?.Code)
            .Should()
            .Be(may ? null : RefusalCode.RoleNotAllowed);
        CountyPermission.Objection(new("x", role, "330522", null), command, "330521")!.Code.Should().Be(RefusalCode.OutOfScope);
    }

    private static Policy Activated(CountyState state, Policy policy) =>
        (
            (PolicyActivated)((Decision<CountyEvent>.Accepted)County.Decide(state, new ActivatePolicy(policy), Now)).Facts.Single().Event
        ).Policy;

    private static CountyState After(CountyState state, Policy policy) =>
        ((Decision<CountyEvent>.Accepted)County.Decide(state, new ActivatePolicy(policy), Now)).Facts.Aggregate(state, County.Evolve);

    private static RefusalCode? Refused(CountyState state, ActivatePolicy command, string now = "2026-04-10 10:00") =>
        (County.Decide(state, command, Civil.At(now)) as Decision<CountyEvent>.Refused)?.Refusal.Code;
}
