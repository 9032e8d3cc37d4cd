using System.Reflection;
using System.Text;
using System.Text.Json.Serialization;

namespace Supervision.Rules.Tests.Golden;

/// <summary>
/// Each file is a released shape of a fact, as journals hold it. It must be readable for ever and say the same when written again:
/// members may be added as optional ones, none renamed, removed or given another meaning. A file is never edited; a new shape of an
/// event gets a new file, <c>visit-accepted.2.json</c>.
/// </summary>
public class GoldenTests
{
    public static TheoryData<string> Files() =>
        [
            .. typeof(GoldenTests)
                .Assembly.GetManifestResourceNames()
                .Where(name => name.EndsWith(".json", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];

    private static IEnumerable<(Type Base, JsonDerivedTypeAttribute Released)> Events() =>
        new[] { typeof(UnitEvent), typeof(InspectorEvent), typeof(CountyEvent) }.SelectMany(root =>
            root.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(released => (root, released))
        );

    [Theory]
    [MemberData(nameof(Files))]
    public void ReleasedFact_IsReadAsItsRecord_AndWrittenAsItWas(string file)
    {
        using var stream = typeof(GoldenTests).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        var json = reader.ReadToEnd().TrimEnd();
        var (root, released) = Events().Single(each => each.Released.TypeDiscriminator as string == file.Split('.')[0]);
        var utf8 = Encoding.UTF8.GetBytes(json);
        var (happened, written) = root.Name switch
        {
            nameof(UnitEvent) => Again<UnitEvent>(utf8),
            nameof(InspectorEvent) => Again<InspectorEvent>(utf8),
            _ => Again<CountyEvent>(utf8),
        };

        happened.Should().BeOfType(released.DerivedType);
        written.Should().Be(json);
    }

    [Fact]
    public void EveryReleasedEvent_HasItsFile() =>
        Files()
            .Select(row => row.Data.Split('.')[0])
            .Distinct()
            .Should()
            .BeEquivalentTo(Events().Select(each => (string)each.Released.TypeDiscriminator!));

    [Fact]
    public void EveryEventRecord_IsReleased()
    {
        var roots = new[] { typeof(UnitEvent), typeof(InspectorEvent), typeof(CountyEvent) };
        typeof(UnitEvent)
            .Assembly.GetTypes()
            .Where(type => roots.Contains(type.BaseType))
            .Should()
            .BeEquivalentTo(Events().Select(each => each.Released.DerivedType));
    }

    [Fact]
    public void States_RoundTrip()
    {
        var county = new CountyState(
            new("330521", "德清县", "3305", "湖州市", "33", "浙江省"),
            new([new(new(2026, 3, 4), new(2026, 7, 3))], []),
            [Policy.Default]
        );
        A.Json(RulesJson.Read<CountyState>(RulesJson.Write(county))).Should().Be(A.Json(county));
        var inspector = InspectorState.Empty with
        {
            Profile = new(A.Inspector, "330521", null, Employment.PartTime, new(2025, 9, 1), null),
            Missed = [new("school/1", "示例小学", Period.Month(2026, 4), Civil.At("2026-05-01"), DutyState.Missed)],
        };
        A.Json(RulesJson.Read<InspectorState>(RulesJson.Write(inspector))).Should().Be(A.Json(inspector));
        A.Json(RulesJson.Read<UnitState>(RulesJson.Write(UnitState.Empty))).Should().Be(A.Json(UnitState.Empty));
        var busy = Busy();
        (
            busy.Issues.IsEmpty,
            busy.Ladder.Measures.IsEmpty,
            busy.Flagged.IsEmpty,
            busy.Plans.IsEmpty,
            busy.Referrals.IsEmpty,
            busy.SelfChecks.IsEmpty,
            busy.Complaints.IsEmpty,
            busy.Entries.IsEmpty
        )
            .Should()
            .Be((false, false, false, false, false, false, false, false));
        A.Json(RulesJson.Read<UnitState>(RulesJson.Write(busy))).Should().Be(A.Json(busy));
    }

    /// <summary>A school with something of everything a state holds.</summary>
    private static UnitState Busy()
    {
        var life = A.VisitedSchool()
            .At("2026-04-02 10:00")
            .Find("S-HW-04")
            .At("2026-04-02 11:00")
            .Find("S-AS-09", Severity.Complex)
            .At("2026-04-20 10:00")
            .By(The.Clerk)
            .Do(
                new PlanVisit(
                    new(
                        Guid.Parse("7b6a3f1e-2c4d-4b8f-9f3e-6a5b4c3d2e10"),
                        A.Other,
                        Civil.Day("2026-05-12"),
                        VisitSlot.Afternoon,
                        VisitKind.Covert,
                        true
                    )
                )
            )
            .Do(new RequestSelfCheck("2026Q2", Civil.Day("2026-05-10")))
            .Complains("S-HW", "p-4f2a", ComplaintOutcome.Open)
            .Do(new NameUnit("330521:2026Q1", Civil.Day("2026-03-25"), "第一季度通报", [Life.Scan]))
            .Do(new MarkHarm(1, HarmMark.PublicImpact, "会商记录"));
        return life.VisitWith(life.Content(Life.Finding("S-HW-09")), flags: VisitFlag.ImplausibleTravel).State;
    }

    private static (object Happened, string Written) Again<TEvent>(byte[] utf8)
        where TEvent : notnull
    {
        var happened = RulesJson.Read<TEvent>(utf8);
        return (happened, A.Json(happened));
    }
}
