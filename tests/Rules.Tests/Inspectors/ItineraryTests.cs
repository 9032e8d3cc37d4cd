namespace Supervision.Rules.Tests.Inspectors;

/// <summary>One person's visits are weighed against each other, whatever units they are to and in whatever order they arrive (5.3).</summary>
public class ItineraryTests
{
    private const int Schools = 6;
    private static readonly DateTimeOffset Morning = Civil.At("2026-04-14 08:00");

    private static Attendance At(int school, int minute, int length = 60, Place? place = null) =>
        new(
            new Guid(school + 1, (short)minute, 0, new byte[8]),
            A.Inspector,
            $"school/213390174{school}",
            $"示例小学{school}",
            "330521",
            Morning.AddMinutes(minute),
            Morning.AddMinutes(minute + length),
            place
        );

    private static Place Place(double kilometres) => new(30 + kilometres / 111.2, 120, 10);

    private static ImmutableArray<VisitConflict> Against(Attendance visit, params IEnumerable<Attendance> others) =>
        Itinerary.Against(visit, others, _ => 120);

    [Fact]
    public void FiveSchools_InOneHour_ContradictEachOther_WithoutAnyPosition()
    {
        var visits = Enumerable.Range(0, 5).Select(school => At(school, 0)).ToList();
        foreach (var visit in visits)
        {
            Against(visit, visits)
                .Should()
                .HaveCount(4)
                .And.OnlyContain(conflict =>
                    conflict.Flag == VisitFlag.OverlappingVisit && conflict.Metres == null && conflict.Kmh == null
                );
        }
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(14, true)]
    [InlineData(16, false)]
    public void OwnSchool_ThirtyKilometresFromTheDeputysSchool_IsImplausibleWithinAQuarterOfAnHour(int minutes, bool implausible)
    {
        var (deputys, own) = (At(0, 0, 60, Place(0)), At(1, 60 + minutes, 60, Place(30)));
        Against(own, deputys)
            .Select(conflict => conflict.Flag)
            .Should()
            .BeEquivalentTo(implausible ? [VisitFlag.ImplausibleTravel] : Array.Empty<VisitFlag>());
        Against(deputys, own)
            .Select(conflict => conflict.Flag)
            .Should()
            .BeEquivalentTo(implausible ? [VisitFlag.ImplausibleTravel] : Array.Empty<VisitFlag>());
        if (minutes == 10)
            Against(own, deputys)
                .Single()
                .Should()
                .BeEquivalentTo(
                    new
                    {
                        Visit = deputys.Visit,
                        Unit = deputys.Unit,
                        Kmh = 180,
                        MaxKmh = 120,
                    }
                );
    }

    [Fact]
    public void OneVisitAfterTheOther_WhereNobodyKnowsHowFarApart_IsPlausible() => Against(At(1, 60), At(0, 0)).Should().BeEmpty();

    [Fact]
    public void TheSameVisitSentAgain_AndSomebodyElses_ContradictNothing()
    {
        var visit = At(0, 0);
        Against(visit, visit, At(1, 0) with { Inspector = A.Other }).Should().BeEmpty();
    }

    [Fact]
    public void Conflict_InWords_NamesTheOtherUnit_Time_DistanceAndSpeed()
    {
        var (deputys, own) = (At(0, 0, 60, Place(0)), At(1, 70, 60, Place(30)));
        var texts = DoubtTexts.Reasons(
            new(
                own.Visit,
                A.Inspector,
                own.StartedAt,
                own.EndedAt,
                [VisitFlag.ImplausibleTravel],
                Against(own, deputys),
                own.EndedAt,
                "",
                null
            )
        );
        texts
            .Single()
            .Zh.Should()
            .Be("与该督学在示例小学0的督导（2026-04-14 08:00–09:00）相距 30.0 公里，间隔 10 分钟，须时速 180 公里，上限 120 公里");
        texts.Single().En.Should().Contain("示例小学0").And.Contain("30.0 km away, 10 minutes apart: 180 km/h");
        DoubtTexts
            .Reasons(
                new(
                    own.Visit,
                    A.Inspector,
                    own.StartedAt,
                    own.EndedAt,
                    [VisitFlag.OverlappingVisit],
                    Against(At(1, 30), At(0, 0)),
                    own.EndedAt,
                    "",
                    null
                )
            )
            .Single()
            .Zh.Should()
            .Be("与该督学在示例小学0的督导（2026-04-14 08:00–09:00）时间重叠");
    }

    /// <summary>The visits of a person arrive in any order, one by one or at one moment: the same ones wait in the end, and no month rests on one of them.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void AnyOrderOfArrival_LeavesTheSameVisitsWaiting(int seed)
    {
        var random = new Random(seed);
        var visits = Enumerable
            .Range(0, Schools)
            .SelectMany(school =>
                Enumerable
                    .Range(0, random.Next(1, 3))
                    .Select(nth =>
                        At(
                            school,
                            nth * 1_440 + random.Next(0, 480),
                            random.Next(20, 120),
                            random.Next(3) == 0 ? null : Place(random.Next(0, 60))
                        )
                    )
            )
            .ToList();
        var expected = visits.Where(visit => !Against(visit, visits).IsEmpty).Select(visit => visit.Visit).ToHashSet();
        for (var order = 0; order < 8; order++)
        {
            var units = Arrive([.. visits.OrderBy(_ => random.Next())], atOnce: random.Next(1, 4));
            Waiting(units).Should().BeEquivalentTo(expected, $"seed {seed}, order {order}");
            foreach (var unit in units.Values)
            {
                var duty = unit.State.Current!;
                duty.Counted.Should().NotIntersectWith(expected, $"seed {seed}, order {order}");
                (duty.State == DutyState.Satisfied).Should().Be(duty.Counted.Length >= duty.Required, $"seed {seed}, order {order}");
                A.Json(Unit.Replay(UnitState.Empty, unit.Facts)).Should().Be(A.Json(unit.State));
            }
        }
    }

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 15)];

    /// <summary>As the actors do it: each is weighed against those that were there when it came, for the answer, and against all after its commit.</summary>
    /// <param name="atOnce">So many come at one moment and do not see each other when they are answered.</param>
    private static Dictionary<string, Life> Arrive(List<Attendance> visits, int atOnce)
    {
        var units = visits.Select(visit => visit.Unit).Distinct().ToDictionary(unit => unit, unit => Registered(unit));
        var there = new List<Attendance>();
        foreach (var some in visits.Chunk(atOnce))
        {
            foreach (var visit in some)
            {
                var conflicts = Against(visit, there);
                units[visit.Unit]
                    .Do(
                        new RecordVisit(
                            A.Visit(visit.StartedAt) with
                            {
                                Id = visit.Visit,
                                EndedAt = visit.EndedAt,
                            },
                            [.. conflicts.Select(conflict => conflict.Flag).Distinct()],
                            conflicts
                        )
                    )
                    .Refused.Should()
                    .BeNull();
            }

            there.AddRange(some);
            foreach (var visit in some)
            {
                foreach (var conflict in Against(visit, there))
                {
                    units[visit.Unit].Do(new QuestionVisit(Mark(visit), [conflict]));
                    var other = there.Single(each => each.Visit == conflict.Visit);
                    units[other.Unit].Do(new QuestionVisit(Mark(other), [.. Against(other, visit)]));
                    var facts = units[other.Unit].Facts.Count;
                    units[other.Unit]
                        .Do(new QuestionVisit(Mark(other), [.. Against(other, visit)]))
                        .Facts.Should()
                        .HaveCount(facts, "telling it again changes nothing");
                }
            }
        }

        return units;
    }

    private static HashSet<Guid> Waiting(Dictionary<string, Life> units) =>
        [
            .. units.Values.SelectMany(unit =>
                unit.State.Flagged.Select(visit => visit.Id)
                    .Concat(unit.State.Doubts.Where(doubt => doubt.Taken is { Stands: false }).Select(doubt => doubt.Id))
            ),
        ];

    private static VisitMark Mark(Attendance visit) => new(visit.Visit, visit.Inspector, visit.StartedAt, visit.EndedAt, false);

    private static Life Registered(string unit) =>
        new Life(new Profile(UnitKind.School, unit[7..], $"示例小学{unit[^1]}", "330521", null, null, "primary", UnitStatus.Active, 500))
            .InspectedBy(A.Inspector)
            .RegisteredAt("2026-04-01")
            .At("2026-04-20 10:00");
}
