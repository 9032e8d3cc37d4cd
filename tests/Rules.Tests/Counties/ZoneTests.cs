namespace Supervision.Rules.Tests.Counties;

/// <summary>Zones of a county, and who is responsible for an area (P1-24).</summary>
public class ZoneTests
{
    private static readonly DateTimeOffset Now = Civil.At("2026-04-10 10:00");
    private static readonly CountyState Deqing = CountyState.Empty with
    {
        Profile = new("330521", "德清县", "3305", "湖州市", "33", "浙江省"),
    };
    private static readonly Zone Wukang = new("Z1", "武康责任区", ["330521100"], []);

    private static CountyState After(CountyState state, params CountyCommand[] commands) =>
        commands.Aggregate(
            state,
            (present, command) =>
                ((Decision<CountyEvent>.Accepted)County.Decide(present, command, Now)).Facts.Aggregate(present, County.Evolve)
        );

    private static Refusal Refused(CountyState state, CountyCommand command) =>
        ((Decision<CountyEvent>.Refused)County.Decide(state, command, Now)).Refusal;

    private static UnitSummary Row(string code, string town = "330521100")
    {
        var life = new Life(
            new Profile(UnitKind.School, code, $"学校{code}", "330521", town, "武康街道", "primary", UnitStatus.Active, 100)
        ).RegisteredAt("2026-03-01");
        return Summaries.Of(life.State, 1, life.Rules);
    }

    [Fact]
    public void Zone_HoldsTheSchoolsOfItsTowns_AndThoseNamedWhateverTheirTown()
    {
        var other = new Zone("Z2", "乾元责任区", ["330521101"], ["school/2"]);
        var state = After(Deqing, new SetZone(Wukang), new SetZone(other));
        UnitSummary[] rows = [Row("1"), Row("2"), Row("3", "330521101"), Row("4", "330521102")];

        rows.Select(row => Zones.Of(state, row)?.Code).Should().Equal("Z1", "Z2", "Z2", null);
        Zones.SchoolsOf(state, "zone/Z2", rows).Select(row => row.Code).Should().Equal("2", "3");
        Zones.SchoolsOf(state, "town/330521100", rows).Select(row => row.Code).Should().Equal("1", "2");
    }

    [Fact]
    public void Zone_WithMoreSchoolsThanTheLimit_IsRefused_AndAtTheLimitTaken()
    {
        Refused(Deqing, new SetZone(Wukang, 21))
            .Should()
            .Match<Refusal>(refusal =>
                refusal.Code == RefusalCode.ZoneOverloaded && refusal.Message.Zh.Contains("21 所") && refusal.Accepted!.Zh.Contains("20")
            );
        After(Deqing, new SetZone(Wukang, 20)).Zones.Should().ContainSingle();
    }

    [Fact]
    public void Zone_ThatOutgrowsTheLimit_IsOnRecordWithAnAlertUntilItFits()
    {
        var state = After(Deqing, new SetZone(Wukang));
        var rows = Enumerable.Range(1, 21).Select(i => Row($"{i}")).ToList();

        var grown = Zones.Weigh(state, rows, Now).Single();
        grown.Event.Should().Be(new ZoneOutgrown("Z1", 21, 20));
        state = County.Evolve(state, grown);
        var alert = CountyAlerts.Raised(grown, state)!;
        (alert.Kind, alert.Recipients.Single()).Should().Be((AlertNames.ZoneOverloaded, "county/330521"));
        Zones.Weigh(state, rows, Now.AddMinutes(1)).Should().BeEmpty("it is on record");

        var fits = Zones.Weigh(state, rows.Take(20), Now.AddDays(1)).Single();
        state = County.Evolve(state, fits);
        CountyAlerts.Ended(fits, state).Should().Be(new AlertEnd(alert.Id, AlertEnding.Lapsed));
    }

    [Theory]
    [InlineData("", "x", "330521100", RefusalCode.FieldRequired, "code")]
    [InlineData("Z/1", "x", "330521100", RefusalCode.ZoneInvalid, "code")]
    [InlineData("Z3", "", "330521100", RefusalCode.FieldRequired, "name")]
    [InlineData("Z3", "x", "330502100", RefusalCode.ZoneInvalid, "towns")]
    [InlineData("Z3", "x", "33052110", RefusalCode.ZoneInvalid, "towns")]
    [InlineData("Z3", "x", "330521100", RefusalCode.ZoneInvalid, "towns")]
    public void Zone_ThatCannotBe_IsRefusedAtItsField(string code, string name, string town, RefusalCode refused, string field)
    {
        var refusal = Refused(After(Deqing, new SetZone(Wukang)), new SetZone(new(code, name, [town], [])));
        (refusal.Code, refusal.Field).Should().Be((refused, field));
    }

    [Fact]
    public void Area_IsAssignedToOneInspector_TheTownGoesBeforeTheZone_AndOnlyOnItsDays()
    {
        var state = After(
            Deqing,
            new SetZone(Wukang),
            new AssignArea(new("zone/Z1", A.Inspector, Civil.Day("2026-04-01"), null)),
            new AssignArea(new("town/330521100", A.Other, Civil.Day("2026-05-01"), Civil.Day("2026-05-31")))
        );

        Zones.For(state, Row("1"), Civil.Day("2026-04-30"))!.Inspector.Should().Be(A.Inspector);
        Zones.For(state, Row("1"), Civil.Day("2026-05-01"))!.Inspector.Should().Be(A.Other);
        Zones.For(state, Row("1"), Civil.Day("2026-06-01"))!.Inspector.Should().Be(A.Inspector);
        Zones.For(state, Row("9", "330521109"), Civil.Day("2026-05-01")).Should().BeNull();
        After(state, new RemoveZone("Z1")).Areas.Select(area => area.Area).Should().Equal("town/330521100");
        After(state, new ReleaseArea("town/330521100")).Areas.Should().ContainSingle();
    }

    [Fact]
    public void Area_Unknown_IsRefused()
    {
        foreach (var area in new[] { "zone/Z9", "town/330502100", "town/3305211", "Z1", "" })
            Refused(After(Deqing, new SetZone(Wukang)), new AssignArea(new(area, A.Inspector, Civil.Day("2026-04-11"), null)))
                .Code.Should()
                .Be(RefusalCode.AreaUnknown);
        Refused(Deqing, new RemoveZone("Z9")).Code.Should().Be(RefusalCode.ZoneUnknown);
        Refused(Deqing, new ReleaseArea("zone/Z9")).Code.Should().Be(RefusalCode.AreaUnknown);
    }
}
