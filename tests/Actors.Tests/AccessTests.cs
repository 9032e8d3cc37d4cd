using Microsoft.Extensions.DependencyInjection;

namespace Supervision.Actors.Tests;

/// <summary>The gate before every actor, without the edge: who calls is what was sealed, and reaches so far and no farther.</summary>
public sealed class AccessTests() : ActorSuite(StoreUnderTest.Sqlite)
{
    private const string Elsewhere = "320502";
    private const string SchoolElsewhere = "3232000001";

    private static readonly Actor Clerk = new("county-330521", ActorRole.CountyOffice, "330521", null);
    private static readonly Actor Inspecting = new("inspector-330521-01", ActorRole.Inspector, "330521", TestSilo.InspectorCode);
    private static readonly Actor OwnUser = new("unit-1", ActorRole.UnitUser, "330521", null, SchoolKey);
    private static readonly Actor Auditor = new("audit", ActorRole.AuditAdministrator, "", null);

    [Fact]
    public async Task Call_OfNobody_RefusedByEveryActor()
    {
        await RegisterAll();
        var told = new List<AccessDenial>();
        Silo.Services.GetRequiredService<AccessDenials>().Denied += denial =>
        {
            lock (told)
                told.Add(denial);
        };
        Silo.CallsAs = null;
        var calls = new Func<Task>[]
        {
            () => Silo.County().Board(),
            () => Silo.County().Wake(),
            () => Silo.County().Execute(TestSilo.Submit<CountyCommand>(new RegisterCounty(TestSilo.ProfileOfCounty()))),
            () => Silo.School().Read(),
            () => Silo.School().County(),
            () => Silo.School().Execute(TestSilo.VisitAt("2026-04-01 08:00")),
            () => Silo.Inspector().Worklist(),
            () => Silo.Region("3305").Board(),
            () => Silo.Grains.GetGrain<IDirectoryGrain>(0).Units(""),
            () => Silo.Grains.GetGrain<IEvidenceGrain>(0).Find(SchoolKey, new('0', 64)),
        };
        foreach (var call in calls)
            (await call.Should().ThrowAsync<AccessDeniedException>()).Which.Refusal!.Code.Should().Be(RefusalCode.NotSignedIn);
        told.Should()
            .HaveCount(calls.Length)
            .And.OnlyContain(denial => denial.Actor == null && denial.Place == "actor" && denial.Code == RefusalCode.NotSignedIn);
    }

    [Fact]
    public async Task Command_InAnothersName_Refused()
    {
        await RegisterAll();
        var version = await Version();
        using (Acting.As(Inspecting))
        {
            var inTheClerksName = TestSilo.Submit<UnitCommand>(new SetOpinionFlag(true, "网络舆情"), Clerk);
            await Refused(() => Silo.School().Execute(inTheClerksName), RefusalCode.OutOfScope);
            await Refused(() => Silo.School().Preview(inTheClerksName), RefusalCode.OutOfScope);
            await Refused(() => Silo.School().Refuse(inTheClerksName, UnitRefusals.UnitUnknown()), RefusalCode.OutOfScope);
            await Refused(
                () => Silo.County().Execute(TestSilo.Submit<CountyCommand>(new RegisterCounty(TestSilo.ProfileOfCounty()), Actor.System)),
                RefusalCode.OutOfScope
            );
            (await Silo.School().Execute(TestSilo.Submit<UnitCommand>(new SetOpinionFlag(true, "网络舆情"), Inspecting)))
                .Refusal!.Code.Should()
                .Be(RefusalCode.RoleNotAllowed);
        }

        (await Version()).Should().Be(version);
    }

    [Fact]
    public async Task Reads_BeyondTheScope_Refused()
    {
        await RegisterAll();
        await Silo.RegisterCounty(Elsewhere, "3205");
        await Silo.Appoint("督学-320502-01", Elsewhere);
        await Silo.RegisterSchool(SchoolElsewhere, null, Elsewhere);
        var (directory, evidence) = (Silo.Grains.GetGrain<IDirectoryGrain>(0), Silo.Grains.GetGrain<IEvidenceGrain>(0));
        using (Acting.As(Clerk))
        {
            (await Silo.County().Board()).Should().NotBeNull();
            (await Silo.School().Read()).Should().NotBeNull();
            (await Silo.Inspector().Worklist()).Should().NotBeNull();
            (await directory.Units("330521")).Should().HaveCount(1);
            foreach (
                var call in new Func<Task>[]
                {
                    () => Silo.County(Elsewhere).Board(),
                    () => Silo.County(Elsewhere).Summary(),
                    () => Silo.County(Elsewhere).Policies(),
                    () => Silo.County(Elsewhere).Alerts(long.MaxValue, 1, false),
                    () => Silo.County(Elsewhere).Ladder(),
                    () => Silo.School(SchoolElsewhere).Read(),
                    () => Silo.School(SchoolElsewhere).History(long.MaxValue, 1),
                    () => Silo.School(SchoolElsewhere).Past(Silo.Now, Silo.Now),
                    () => Silo.Inspector("督学-320502-01").Worklist(),
                    () => Silo.Inspector("督学-320502-01").Ladder(),
                    () => Silo.Region("3305").Board(),
                    () => directory.Units(""),
                    () => directory.Inspectors("32"),
                    () => directory.PastBoard(Elsewhere, Silo.Now, Silo.Now),
                    () => directory.Issues(new("", [], Severity.None, null, null, null, false, null, null, 1)),
                    () => directory.Documents(new(Elsewhere, null, DocumentKind.None, null, 1)),
                    () => evidence.Find($"school/{SchoolElsewhere}", new('0', 64)),
                    () => evidence.Content($"school/{SchoolElsewhere}", new('0', 64)),
                    () => evidence.Missing($"school/{SchoolElsewhere}", []),
                }
            )
                await Refused(call, RefusalCode.OutOfScope);
        }

        using (Acting.As(Inspecting))
            await Refused(() => Silo.Inspector("督学-330521-02").Worklist(), RefusalCode.OutOfScope);
        using (Acting.As(OwnUser))
        {
            (await Silo.School().Read()).Should().NotBeNull();
            await Refused(() => Silo.County().Board(), RefusalCode.OutOfScope);
            await Refused(() => Silo.School(SchoolElsewhere).Read(), RefusalCode.OutOfScope);
        }

        using (Acting.As(Auditor))
        {
            await Refused(() => Silo.County().Board(), RefusalCode.RoleNotAllowed);
            await Refused(() => Silo.School().Read(), RefusalCode.RoleNotAllowed);
        }
    }

    [Fact]
    public async Task InnerCalls_ByAPerson_Refused()
    {
        await RegisterAll();
        using var acting = Acting.As(new Actor("province", ActorRole.Province, "", null));
        foreach (
            var call in new Func<Task>[]
            {
                () => Silo.County().Wake(),
                () => Silo.County().Report([]),
                () => Silo.County().AlertsChanged(),
                () => Silo.Region("3305").Refresh(),
                () => Silo.School().Advance(),
                () => Silo.School().County(),
                () => Silo.Inspector().Charge([]),
                () => Silo.Inspector().Profile(),
                () => Silo.Grains.GetGrain<IDirectoryGrain>(0).SetFactOnce("mode", "x"),
                () => Silo.Grains.GetGrain<IDirectoryGrain>(0).Counties(""),
            }
        )
            await Refused(call, RefusalCode.RoleNotAllowed);
    }

    [Fact]
    public void Seal_OfAnotherSecretOrAnotherActorOrTooOld_DoesNotHold()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Silo.Now);
        var secret = ClusterSecret.Create();
        var seal = new ActorSeal(secret, time);
        var mine = seal.Of(Inspecting);
        new ActorSeal(secret, time).Holds(mine).Should().BeTrue("another process of the installation");
        new ActorSeal(ClusterSecret.Create(), time).Holds(mine).Should().BeFalse();
        foreach (
            var forged in new[]
            {
                Inspecting with
                {
                    Role = ActorRole.System,
                },
                Inspecting with
                {
                    Area = "",
                },
                Inspecting with
                {
                    Area = "33",
                },
                Inspecting with
                {
                    Name = "county-330521",
                },
                Inspecting with
                {
                    InspectorCode = null,
                },
                Inspecting with
                {
                    Unit = "",
                },
                Inspecting with
                {
                    Name = "inspector-330521-0",
                    Area = "1330521",
                },
            }
        )
            seal.Holds(mine with { Actor = forged }).Should().BeFalse(forged.ToString());
        seal.Holds(mine with { IssuedAt = mine.IssuedAt + 1 }).Should().BeFalse();
        seal.Holds(mine with { Mac = default }).Should().BeFalse();
        seal.Of(new Actor(new string('长', 2_000), ActorRole.Inspector, "", null)).Should().Match<SealedActor>(long_ => seal.Holds(long_));
        time.Advance(ActorSeal.Valid);
        seal.Holds(mine).Should().BeTrue();
        time.Advance(TimeSpan.FromSeconds(1));
        seal.Holds(mine).Should().BeFalse();
    }

    private static async Task Refused(Func<Task> call, RefusalCode code) =>
        (await call.Should().ThrowAsync<AccessDeniedException>()).Which.Refusal!.Code.Should().Be(code);
}
