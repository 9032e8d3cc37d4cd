namespace Supervision.Rules.Tests.Ladder;

/// <summary>Bulletins and complaints that people enter by hand: nothing counts before paper, file and a second person (L18, L54, D-09).</summary>
public class HandEntryTests
{
    private static readonly ImmutableArray<string> Files = [Life.Scan];

    private static Life School() => A.VisitedSchool().At("2026-05-20 10:00");

    private static NameUnit Naming(string bulletin = "330521:2026Q1", string? issuedOn = "2026-03-25", string? document = "第一季度通报") =>
        new(bulletin, issuedOn is null ? null : Civil.Day(issuedOn), document, Files);

    private static CountComplaint Complaint(
        string id = "330521-2026-17",
        ComplaintOutcome outcome = ComplaintOutcome.Substantiated,
        string person = "p"
    ) => new(new(id, Civil.At("2026-05-19 09:00"), "S-HW", person, outcome), "信访交办单", Files);

    private static Refusal RefusalOf(Life life, Actor who, UnitCommand command) =>
        ((Decision<UnitEvent>.Refused)UnitDecisions.Decide(life.State, command, new(who, Guid.NewGuid(), life.Now, life.Rules))).Refusal;

    [Fact]
    public void InventedBulletin_EnteredTwice_ProposesNothingWithoutASecondPerson()
    {
        var life = School().As(The.Clerk, Naming()).As(The.Clerk, Naming("330521:2025Q4", "2025-12-25"));
        life.Refused.Should().BeNull();
        life.Calls.Should().BeEmpty();
        life.Ladder.Served.Should().BeEmpty();
        life.State.Entries.Select(entry => (entry.No, entry.Kind, entry.By))
            .Should()
            .Equal((1, HandEntryKind.Naming, The.Clerk.Name), (2, HandEntryKind.Naming, The.Clerk.Name));
    }

    [Fact]
    public void Naming_ApprovedByAnother_CountsFromTheDayTheBulletinWasIssued_AndEveryProofSaysByHand()
    {
        var life = School()
            .As(The.Clerk, Naming())
            .As(The.Clerk, Naming("330521:2025Q4", "2025-12-25"))
            .As(The.Director, new DecideEntry(2, true, "属实"))
            .As(The.Director, new DecideEntry(1, true, "属实"));
        life.Ladder.Served.Select(mark => (mark.At, mark.Source))
            .Should()
            .Equal((Civil.At("2025-12-25"), "bulletin/330521:2025Q4"), (Civil.At("2026-03-25"), "bulletin/330521:2026Q1"));
        life.Calls.Should().Equal("05-20 LR-05 R2 proposed []");
        var proposed = life.Happened<MeasureProposed>().Single();
        proposed.Proof.Should().OnlyContain(key => ProofTexts.IsByHand(key));
        EventTexts.Say(proposed).Zh.Should().Contain("手工登记 2 项");
        life.Measure(1).Proof.Should().Equal(proposed.Proof);
        proposed
            .Proof.Select(key => ProofTexts.Of(key).Zh)
            .Should()
            .OnlyContain(text => text.Contains("手工登记", StringComparison.Ordinal));
        EventTexts.Say(life.Happened<UnitNamed>().First()).Zh.Should().Be("在通报 330521:2025Q4 中被点名（手工登记 2，第一季度通报）");
        life.Happened<UnitNamed>().Should().OnlyContain(e => e.By == The.Clerk.Name && e.ApprovedBy == The.Director.Name);
    }

    [Fact]
    public void Naming_IssuedOverAYearBeforeTheSecondOne_DoesNotCountWithIt() =>
        School()
            .As(The.Clerk, Naming("330521:2025Q2", "2025-05-20"))
            .As(The.Director, new DecideEntry(1, true, "属实"))
            .At("2026-05-21 10:00")
            .As(The.Clerk, Naming())
            .As(The.Director, new DecideEntry(2, true, "属实"))
            .Calls.Should()
            .BeEmpty("the first bulletin was issued 366 days ago");

    public static TheoryData<string, string?, string?, RefusalCode, string> Wrong() =>
        new()
        {
            { "不存在的通报", "2026-03-25", "通报", RefusalCode.BulletinInvalid, "bulletin" },
            { "330521", "2026-03-25", "通报", RefusalCode.BulletinInvalid, "bulletin" },
            { "330521:2026-03", "2026-03-25", "通报", RefusalCode.BulletinInvalid, "bulletin" },
            { "330521:2026Q5", "2026-03-25", "通报", RefusalCode.BulletinInvalid, "bulletin" },
            { "330522:2026Q1", "2026-03-25", "通报", RefusalCode.BulletinInvalid, "bulletin" },
            { "3306:2026Q1", "2026-03-25", "通报", RefusalCode.BulletinInvalid, "bulletin" },
            { "330521:2026Q3", "2026-05-20", "通报", RefusalCode.BulletinInvalid, "bulletin" },
            { "330521:2099Q1", "2026-05-20", "通报", RefusalCode.BulletinInvalid, "bulletin" },
            { "330521:2026Q1", "2026-05-21", "通报", RefusalCode.BulletinInvalid, "issuedOn" },
            { "330521:2026Q1", "2025-12-31", "通报", RefusalCode.BulletinInvalid, "issuedOn" },
            { "330521:2024Q1", "2025-05-19", "通报", RefusalCode.BulletinInvalid, "issuedOn" },
            { "330521:2026Q1", null, "通报", RefusalCode.FieldRequired, "issuedOn" },
            { "330521:2026Q1", "2026-03-25", null, RefusalCode.FieldRequired, "document" },
            { "330521:2026Q1", "2026-03-25", " ", RefusalCode.FieldRequired, "document" },
            { "", "2026-03-25", "通报", RefusalCode.FieldRequired, "bulletin" },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Naming_InNoBulletinOfTheCountyOrOnNoDay_IsRefusedWithTheField(
        string bulletin,
        string? issuedOn,
        string? document,
        RefusalCode code,
        string field
    )
    {
        var refusal = RefusalOf(School(), The.Clerk, Naming(bulletin, issuedOn, document));
        (refusal.Code, refusal.Field).Should().Be((code, field));
        if (code == RefusalCode.BulletinInvalid)
            refusal.Accepted.Should().NotBeNull();
    }

    [Theory]
    [InlineData("330521:2026Q1")]
    [InlineData(" 330521：2026q1 ")]
    [InlineData("3305:2026Q1")]
    [InlineData("33:2026Q1")]
    public void Naming_InABulletinOfTheCountyOrAbove_IsTaken(string bulletin) =>
        School().As(The.Clerk, Naming(bulletin)).Refused.Should().BeNull();

    [Theory]
    [InlineData(" 330521：2026q1 ")]
    [InlineData("330521:2026Q1")]
    public void Naming_OfTheSameEditionHoweverItIsWritten_CountsOnce(string again)
    {
        var waiting = School().As(The.Clerk, Naming());
        RefusalOf(waiting, The.OtherClerk, Naming(again)).Code.Should().Be(RefusalCode.EntryWaits);
        var counted = waiting.As(The.Director, new DecideEntry(1, true, "属实")).As(The.OtherClerk, Naming(again));
        (counted.Refused, counted.State.Entries.IsEmpty, counted.Ladder.Served.Length).Should().Be((null, true, 1));
    }

    [Fact]
    public void Entry_WithoutAFile_IsRefused()
    {
        foreach (
            var command in new UnitCommand[]
            {
                Naming() with
                {
                    Evidence = [],
                },
                Naming() with
                {
                    Evidence = default,
                },
                Complaint() with
                {
                    Evidence = [],
                },
            }
        )
            RefusalOf(School(), The.Clerk, command)
                .Should()
                .Match<Refusal>(refusal => refusal.Code == RefusalCode.FieldRequired && refusal.Field == "evidence");
        RefusalOf(School(), The.Clerk, Complaint() with { Document = null }).Field.Should().Be("document");
        RefusalOf(School(), The.Clerk, Naming() with { Evidence = ["abc"] }).Code.Should().Be(RefusalCode.EvidenceInvalid);
    }

    [Fact]
    public void Entry_IsDecidedByAnotherOfRank_Once()
    {
        var life = School().As(The.Director, Naming());
        life.As(The.Director, new DecideEntry(1, true, "属实")).Refused.Should().Be(RefusalCode.ApproverIsAsker);
        foreach (var who in new[] { The.Clerk, The.Inspector, The.School, The.Province, The.System })
            life.As(who, new DecideEntry(1, true, "属实")).Refused.Should().Be(RefusalCode.RoleNotAllowed);
        life.As(The.CommitteeOffice, new DecideEntry(1, true, "")).Refused.Should().Be(RefusalCode.FieldRequired);
        life.As(The.CommitteeOffice, new DecideEntry(1, false, "与印发文本不符")).Refused.Should().BeNull();
        (life.State.Entries.IsEmpty, life.Ladder.Served.IsEmpty).Should().Be((true, true));
        life.As(The.CommitteeDirector, new DecideEntry(1, true, "属实")).Refused.Should().Be(RefusalCode.EntryUnknown);
        life.As(The.Clerk, Naming()).State.Entries.Single().No.Should().Be(2, "a number is never reused");
    }

    [Fact]
    public void System_EntersNothingByHand()
    {
        School().As(The.System, Naming()).Refused.Should().Be(RefusalCode.RoleNotAllowed);
        School().As(The.System, Complaint()).Refused.Should().Be(RefusalCode.RoleNotAllowed);
    }

    [Fact]
    public void Complaint_Approved_CountsAndIsMarked_AndTheSameConclusionCountsOnce()
    {
        var life = School().As(The.Clerk, Complaint());
        life.State.Complaints.Should().BeEmpty();
        life.As(The.Clerk, Complaint(outcome: ComplaintOutcome.Open)).Refused.Should().Be(RefusalCode.EntryWaits, "one number waits once");
        life.As(The.Director, new DecideEntry(1, true, "属实")).State.Complaints.Should().ContainSingle();
        EventTexts
            .Say(life.Happened<ComplaintCounted>().Single())
            .Zh.Should()
            .Be("举报 330521-2026-17（作业）：属实（手工登记 1，信访交办单）");
        life.As(The.OtherClerk, Complaint()).State.Entries.Should().BeEmpty();
        life.As(The.OtherClerk, Complaint(outcome: ComplaintOutcome.Unsubstantiated))
            .State.Entries.Should()
            .ContainSingle("another conclusion is another entry");
        RefusalOf(School(), The.Clerk, Complaint("330522-2026-3"))
            .Should()
            .Match<Refusal>(refusal => refusal.Code == RefusalCode.ComplaintInvalid && refusal.Field == "id");
    }

    [Fact]
    public void Outcry_OfEntriesNobodyApproved_ProposesNothing()
    {
        var life = School();
        for (var no = 1; no <= 3; no++)
            life.As(The.Clerk, Complaint($"330521-2026-{no}", person: $"p{no}"));
        life.Calls.Should().BeEmpty();
        for (var no = 1; no <= 3; no++)
            life.As(The.Director, new DecideEntry(no, true, "属实"));
        life.Calls.Should().Equal("05-20 LR-09 R3 proposed []");
        life.Measure(1).Proof.Should().HaveCount(3).And.OnlyContain(key => ProofTexts.IsOfComplaint(key) && ProofTexts.IsByHand(key));
    }

    [Fact]
    public void Entry_Waiting_IsInTheQueueAndAlertsTheDirector_AndItsDayPassesToTheNextAuthority()
    {
        var life = School().As(The.Clerk, Naming());
        CaseSummaries
            .Waiting(life.State)
            .Single()
            .Should()
            .BeEquivalentTo(
                new
                {
                    Kind = WaitingKind.DecideEntry,
                    Subject = "entry/1",
                    Owner = ActorRole.CountyDirector,
                    DueOn = Civil.Day("2026-05-27"),
                    Overdue = false,
                }
            );
        life.OpenAlerts.Should()
            .ContainSingle(id => id.StartsWith("decision-waiting", StringComparison.Ordinal))
            .Which.Should()
            .EndWith("entry-1");
        life.At("2026-05-28 00:00").OpenAlerts.Should().Contain(id => id.Contains("entry-1:decide", StringComparison.Ordinal));
        life.Raised.Values.Single(alert => alert.Kind == "decision-overdue")
            .Recipients.Should()
            .Equal("county/330521", "county-director/330521", "committee-office/330521");
        CaseSummaries.Waiting(life.State).Single().Overdue.Should().BeTrue();
        life.As(The.Director, new DecideEntry(1, true, "属实"))
            .OpenAlerts.Should()
            .NotContain(id => id.Contains("entry-1", StringComparison.Ordinal));
        life.Raised.Values.Select(alert => alert.Text.Zh)
            .Should()
            .NotContain(text => text.Contains("330521:2026Q1", StringComparison.Ordinal), "what was entered is read where it may be read");
    }

    [Fact]
    public void NamingsAndComplaints_FromBeforeEntriesWereApproved_CountAsTheyDid_AndAreShownAsMadeByHand()
    {
        var life = School();
        var at = Civil.At("2026-05-01 09:00");
        var state = Unit.Evolve(life.State, new(new UnitNamed("330521:旧编号", "督管员 沈"), at, at));
        state.Ladder.Served.Should().Equal(new ServedMark(Rung.Circular, at, "bulletin/330521:旧编号"));
        ProofTexts.Of(state.Ladder.Served[0].Source).Zh.Should().Be("通报 330521:旧编号（手工登记）");
        EventTexts.Say(new UnitNamed("330521:旧编号", "督管员 沈")).Zh.Should().Be("在通报 330521:旧编号 中被点名（手工登记）");
        Unit.Evolve(state, new(new ComplaintCounted(new("1", at, "S-HW", null, ComplaintOutcome.Open)), at, at))
            .Complaints.Should()
            .ContainSingle();
    }
}
