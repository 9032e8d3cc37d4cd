using Microsoft.Extensions.DependencyInjection;

namespace Supervision.Journal.Tests;

/// <summary>Whatever is changed behind the program's back is found, and where.</summary>
public abstract class VerificationTests(StoreUnderTest kind) : JournalSuite(kind)
{
    private const string Institution = "institution/1";
    private static readonly Guid Operation = new("01965a00-0000-7000-8000-000000000001");
    private static readonly Guid Refused = new("01965a00-0000-7000-8000-000000000002");
    private const string Import = "rosters/330106";
    private static readonly string Unnamed = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("nobody names it"u8));
    private static readonly DateOnly Day = new(2026, 4, 15);

    private IAuditStore Audit => Under.Services.GetRequiredService<IAuditStore>();

    private IAuditRoots Roots => Under.Services.GetRequiredService<IAuditRoots>();

    [Fact]
    public async Task UntouchedStore_IsIntact_AlsoAfterARestart()
    {
        await Fill();
        await Under.Reopen();
        await Commit(Some.Append(School, 5));

        var report = Under.Store.Verify(Under.Store.Export());

        report.Broken.Should().BeEmpty();
        report.Counts.Should().Contain("events", 9).And.Contain("heads", 3).And.Contain("audit", 4).And.Contain("roots", 1);
    }

    /// <summary>Statements both stores understand, the kind of breach they are, and its place.</summary>
    public static TheoryData<string, string, string> Acts() =>
        new()
        {
            {
                "update journal_events set actor = 'wang' where stream = 'school/2133901746' and version = 2",
                "events",
                "school/2133901746 version 2"
            },
            {
                "update journal_events set payload = (select payload from journal_events where stream = 'institution/1' and version = 1) where stream = 'school/2133901746' and version = 3",
                "events",
                "school/2133901746 version 3"
            },
            {
                "update journal_events set op_id = null where stream = 'school/2133901746' and version = 1",
                "events",
                "school/2133901746 version 1"
            },
            {
                "update journal_events set effects = null where stream = 'school/2133901746' and version = 2",
                "events",
                "school/2133901746 version 2"
            },
            {
                "update journal_events set version = 100 where stream = 'school/2133901746' and version = 3; update journal_events set version = 3 where stream = 'school/2133901746' and version = 4; update journal_events set version = 4 where stream = 'school/2133901746' and version = 100",
                "events",
                "school/2133901746 version 3"
            },
            {
                "update journal_events set visitor = 'ins-1' where stream = 'school/2133901746' and version = 2",
                "events",
                "school/2133901746 version 2"
            },
            { "delete from journal_events where stream = 'school/2133901746' and version = 3", "events", "school/2133901746 version 3" },
            { "delete from journal_events where stream = 'school/2133901746' and version = 5", "events", "school/2133901746 version 5" },
            { "delete from journal_events where stream = 'institution/1'", "events", "institution/1 version 1" },
            {
                "insert into journal_events (stream, version, kind, effective_at, recorded_at, actor, payload, mac) select stream, 6, kind, effective_at, recorded_at, actor, payload, mac from journal_events where stream = 'school/2133901746' and version = 5",
                "events",
                "school/2133901746 version 6"
            },
            { "update journal_heads set county = '330108' where stream = 'school/2133901746'", "heads", "school/2133901746" },
            { "update journal_heads set version = 4 where stream = 'school/2133901746'", "heads", "school/2133901746" },
            {
                "update journal_heads set summary = (select summary from journal_heads where stream = 'institution/1') where stream = 'school/2133901746'",
                "heads",
                "school/2133901746"
            },
            { "delete from journal_heads where stream = 'institution/1'", "heads", "institution/1" },
            {
                "update journal_receipts set body = fingerprint where op_id is not null and stream = 'school/2133901746'",
                "receipts",
                $"school/2133901746 operation {Operation}"
            },
            { "delete from journal_receipts where stream = 'school/2133901746'", "receipts", $"school/2133901746 operation {Operation}" },
            { "update journal_alerts set kind = 'other' where id = 'a1'", "alerts", "school/2133901746 alert a1" },
            {
                "update journal_alerts set resolved_at = null, resolved_seal = null where id = 'a1'",
                "alerts",
                "school/2133901746 alert a1"
            },
            { "update journal_alerts set resolved_at = detected_at where id = 'a1'", "alerts", "school/2133901746 alert a1" },
            {
                "update journal_alerts set resolved_at = detected_at, resolved_seal = (select resolved_seal from journal_alerts where id = 'a1') where id = 'a2'",
                "alerts",
                "school/2133901746 alert a2"
            },
            { "update journal_alerts set resolved_reason = 'moved' where id = 'a1'", "alerts", "school/2133901746 alert a1" },
            { "update journal_alerts set resolved_reason = 'visited-since' where id = 'a3'", "alerts", "school/2133901746 alert a3" },
            {
                "update journal_alerts set resolved_at = detected_at, resolved_reason = 'moved', resolved_seal = (select resolved_seal from journal_alerts where id = 'a3') where id = 'a2'",
                "alerts",
                "school/2133901746 alert a2"
            },
            { "delete from journal_alerts where id = 'a2'", "alerts", "school/2133901746 alert a2" },
            { "update journal_documents set number = 9 where id = 'notice:2'", "documents", "school/2133901746 document notice:2" },
            {
                "update journal_documents set number = 9 where id = 'notice:1'; update journal_documents set number = 1 where id = 'notice:2'; update journal_documents set number = 2 where id = 'notice:1'",
                "documents",
                "school/2133901746 document notice:1"
            },
            { "delete from journal_documents where id = 'notice:2'", "documents", "school/2133901746 document notice:2" },
            { "update journal_numbers set last = 7", "numbers", "330106 2026 rectification-notice" },
            { "delete from journal_numbers", "numbers", "330106 2026 rectification-notice" },
            { "update journal_issues set state = 'closed' where number = 1", "issues", "school/2133901746 issue 1" },
            { "update journal_issues set county = '330108' where number = 1", "issues", "school/2133901746 issue 1" },
            { "delete from journal_issues where number = 1", "issues", "school/2133901746 issue 1" },
            { $"update journal_evidence set uploaded_by = 'wang' where hash = '{Hash}'", "evidence", $"school/2133901746 file {Hash}" },
            { $"delete from journal_evidence where hash = '{Hash}'", "evidence", $"school/2133901746 file {Hash}" },
            { "update journal_facts set value = 'Sandbox' where name = 'mode'", "facts", "mode" },
            { "delete from journal_facts where name = 'seal'", "facts", "seal" },
            { "update journal_epochs set epoch = 99", "epochs", "county/330106" },
            { "update audit_entries set who = 'wang' where chain = '330106' and sequence = 2", "audit", "330106 entry 2" },
            {
                "update audit_entries set sequence = 100 where chain = '330106' and sequence = 1; update audit_entries set sequence = 1 where chain = '330106' and sequence = 2; update audit_entries set sequence = 2 where chain = '330106' and sequence = 100",
                "audit",
                "330106 entry 1"
            },
            { "delete from audit_entries where chain = '330106' and sequence = 2", "audit", "330106 entry 2" },
            { "delete from audit_entries where chain = '330106' and sequence = 3", "audit", "330106 entry 3" },
            { "delete from audit_entries where chain = 'system'", "audit", "system entry 1" },
            { "update audit_chains set sequence = 2 where chain = '330106'", "audit chains", "330106" },
            { "delete from audit_chains where chain = 'system'", "audit chains", "system" },
            { "update audit_roots set events = 1", "roots", "330106 2026-04-15" },
            { "update audit_tips set version = 4 where stream = 'school/2133901746'", "roots", "330106 2026-04-15" },
            { "delete from audit_tips where stream = 'institution/1'", "roots", "330106 2026-04-15" },
            { "delete from audit_roots", "roots", "330106 2026-04-15" },
            {
                $"delete from journal_receipts where loose = 1 and stream = '{Institution}'",
                "receipts",
                $"{Institution} operation {Refused}"
            },
            { $"delete from journal_receipts where stream = '{Import}'", "receipts", $"{Import} operation {Refused}" },
            { $"update journal_receipts set loose = 0 where stream = '{Institution}'", "receipts", $"{Institution} operation {Refused}" },
            { $"delete from journal_evidence where hash = '{Unnamed}'", "evidence", $"{School} file {Unnamed}" },
            { "delete from journal_facts where name = 'mode'", "facts", "mode" },
            { $"delete from audit_loose where stream = '{Import}'", "roots", "330106 2026-04-15" },
            {
                "insert into audit_loose (county, day, stream, name, seal) select county, '2026-04-14', 'x', name, seal from audit_loose where stream = 'facts' and name = 'mode'",
                "root tips",
                "330106 2026-04-14 x mode"
            },
        };

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task TamperedStore_IsFound_AndThePlaceNamed(string act, string what, string place)
    {
        await Fill();

        Under.Store.Tamper(act).Should().BePositive();

        Under.Store.Verify().Broken.Should().ContainKey(what).WhoseValue.Place.Should().Be(place);
    }

    [Fact]
    public async Task NewestRows_TakenAwayWithEveryTrace_AreMissedByTheExportedRootOnly()
    {
        await Commit(Some.Append(School));
        await Audit.Write(Entry("330106"));
        var before = Under.Store.Export();
        Under.Store.Tamper("create table kept_heads as select * from journal_heads");
        Under.Store.Tamper("create table kept_chains as select * from audit_chains");
        await Commit(Some.Append(School, 1));
        await Audit.Write(Entry("330106"));
        await Roots.SealDay("330106", Day, Some.Noon);
        var exported = Under.Store.Export();

        // As the tables were a moment ago, seals and all.
        Under.Store.Tamper("delete from journal_events where version = 2");
        Under.Store.Tamper(
            "update journal_heads set version = 1, summary = (select summary from kept_heads), mac = (select mac from kept_heads), seal = (select seal from kept_heads)"
        );
        Under.Store.Tamper("delete from audit_entries where sequence = 2");
        Under.Store.Tamper("update audit_chains set sequence = 1, mac = (select mac from kept_chains)");
        Under.Store.Tamper("delete from audit_roots");
        Under.Store.Tamper("delete from audit_tips");
        Under.Store.Tamper("delete from audit_loose");

        Under.Store.Verify(before).IsIntact.Should().BeTrue();
        var broken = Under.Store.Verify(exported).Broken;
        broken["events"].Place.Should().Be($"{School} version 2");
        broken["audit"].Place.Should().Be("330106 entry 2");
        broken["roots"].Place.Should().Be("330106 2026-04-15");
    }

    /// <summary>Before any root: the audit record alone.</summary>
    [Theory]
    [InlineData("delete from journal_receipts where loose = 1", "receipts")]
    [InlineData("delete from journal_receipts", "receipts")]
    [InlineData("delete from journal_evidence", "evidence")]
    public async Task RowsOfToday_ThatTheAuditRecordNames_AreMissed(string act, string what)
    {
        await Commit(Institution, receipt: Some.Receipt(Operation));
        await Audit.Write(Entry("330106") with { OpId = Operation, Kept = Institution });
        await Journal.KeepReceipt(School, Some.Receipt(Refused));
        await Audit.Write(Entry("330106") with { OpId = Refused, Kept = School, Result = AuditResult.Refused, Status = 409 });
        await Under
            .Services.GetRequiredService<IEvidenceStore>()
            .Put(new(School, Unnamed, "330106", "text/plain", 15, null, "li", Some.Noon), "nobody names it"u8.ToArray());
        await Audit.Write(Entry("330106") with { Kept = School, File = Unnamed });
        Under.Store.Verify().Broken.Should().BeEmpty();

        Under.Store.Tamper(act).Should().BePositive();

        Under.Store.Verify().Broken.Should().ContainKey(what).WhoseValue.What.Should().Contain("missing");
    }

    [Fact]
    public async Task WholeStreamOfToday_TakenAwayWithEveryTraceInTheJournal_IsMissedByTheAuditRecord()
    {
        await Commit(Institution, receipt: Some.Receipt(Operation));
        await Audit.Write(Entry("330106") with { OpId = Operation, Kept = Institution });

        foreach (var table in new[] { "heads", "events", "receipts" })
            Under.Store.Tamper($"delete from journal_{table}");

        Under.Store.Verify().Broken["receipts"].Place.Should().Be($"{Institution} operation {Operation}");
    }

    [Fact]
    public async Task WhatAnEntryKept_CannotBeChanged()
    {
        await Journal.KeepReceipt(School, Some.Receipt(Refused));
        await Audit.Write(Entry("330106") with { OpId = Refused, Kept = School });

        Under.Store.Tamper("update audit_entries set kept = null").Should().Be(1);

        Under.Store.Verify().Broken["audit"].Place.Should().Be("330106 entry 1");
    }

    [Fact]
    public async Task LooseRows_TakenAwayWithTheirList_AreMissedByTheExportedRoot()
    {
        await Fill();
        var exported = Under.Store.Export();

        Under.Store.Tamper($"delete from journal_receipts where stream = '{Import}'");
        Under.Store.Tamper("delete from audit_loose");

        Under
            .Store.Verify(exported)
            .Broken["receipts"]
            .Should()
            .Match<Broken>(broken => broken.Place == $"{Import} operation {Refused}" && broken.What.Contains("exported"));
    }

    [Fact]
    public async Task LooseRows_AreListedOnce_ByTheFirstRootThatFindsThem()
    {
        await Fill();
        await Journal.KeepReceipt(School, Some.Receipt(Refused));
        await Roots.SealDay("330106", Day.AddDays(1), Some.Noon.AddDays(1));
        await Roots.SealDay("330108", Day.AddDays(1), Some.Noon.AddDays(1));

        Under.Store.Verify().Broken.Keys.Should().BeSubsetOf(["roots"], "this county keeps no stream of its own here");
        Under.Store.Tamper($"delete from audit_loose where day = '{Day.AddDays(1):yyyy-MM-dd}'").Should().Be(1);
    }

    [Fact]
    public async Task Issues_PutBackToAnOlderStateOfTheirs_AreFound()
    {
        await Commit(Some.Append(School) with { Issues = [Some.Issue(1)] });
        Under.Store.Tamper("create table kept_issues as select * from journal_issues");
        await Commit(Some.Append(School, 1) with { Issues = [Some.Issue(1, "closed", closed: Some.Noon)] });

        Under.Store.Tamper("delete from journal_issues");
        Under.Store.Tamper("insert into journal_issues select * from kept_issues");

        Under
            .Store.Verify()
            .Broken["issues"]
            .Should()
            .Match<Broken>(broken => broken.Place == $"{School} issue 1" && broken.What.Contains("older"));
    }

    [Fact]
    public async Task OtherSecret_IsRefusedAtStart()
    {
        await Fill();
        var other = new Seals(Supervision.Contracts.Access.ClusterSecret.Create().Derive(Seals.Purpose));

        var claiming = () => OldRows.Prepare(Under.Store.Options, other, Some.Noon);

        claiming.Should().Throw<WrongSecretException>().WithMessage("*sealed under another secret*");
        Under.Store.Verify().IsIntact.Should().BeTrue();
    }

    [Fact]
    public async Task RowsOfAnOlderProgram_AreSealedOnce_AndThatIsOnRecord()
    {
        await Fill(sealsDay: false);
        foreach (
            var unsealing in new[]
            {
                "update journal_heads set mac = null, seal = null",
                "update journal_events set mac = null, effects = null",
                "update journal_receipts set seal = null",
                "update journal_alerts set seal = null, resolved_seal = null",
                "update journal_epochs set seal = null",
                "update journal_documents set seal = null",
                "update journal_issues set seal = null",
                "update journal_evidence set seal = null",
                "update journal_facts set seal = null",
                "delete from journal_facts where name = 'seal'",
            }
        )
            Under.Store.Tamper(unsealing);

        OldRows.Prepare(Under.Store.Options, Tampering.Seals, Some.Noon);

        Under.Store.Verify().Broken.Should().BeEmpty();
        (await Journal.Fact(OldRows.SealedFact)).Should().Be("2026-04-15T04:00:00Z 7 events");
        await Under.Reopen();
        await Commit(Some.Append(School, 5, resolved: ["a2"]));
        Under.Store.Verify().Broken.Should().BeEmpty();
    }

    [Fact]
    public async Task CheckValueTakenAway_IsRefusedAtStart()
    {
        await Fill();
        Under.Store.Tamper("delete from journal_facts where name = 'seal'");

        var claiming = () => OldRows.Prepare(Under.Store.Options, Tampering.Seals, Some.Noon);

        claiming.Should().Throw<WrongSecretException>().WithMessage("*somebody removed it*");
    }

    [Fact]
    public async Task ChangedLinkOfAHead_DoesNotSpread()
    {
        await Commit(Some.Append(School));
        Under.Store.Tamper("update journal_heads set mac = seal");

        var result = await Append(School, 1);

        // PostgreSQL refuses the commit; SQLite, whose writer reads the link, goes on from it. Neither hides it.
        if (Under.Store.Kind == StoreUnderTest.Postgres)
            result.Should().BeOfType<AppendResult.Conflict>();
        Under.Store.Verify().IsIntact.Should().BeFalse();
    }

    private static string Hash { get; } = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("photo"u8));

    /// <summary>Something in every table.</summary>
    private async Task Fill(bool sealsDay = true)
    {
        await Journal.SetFactOnce("mode", "Real");
        await Journal.ReserveEpoch("county/330106");
        await Journal.ReserveEpoch("county/330106");
        await Under
            .Services.GetRequiredService<IEvidenceStore>()
            .Put(new(School, Hash, "330106", "image/jpeg", 5, null, "li", Some.Noon), "photo"u8.ToArray());
        await Commit(
            School,
            receipt: Some.Receipt(Operation),
            alerts: [Some.Alert("a1", "county/330106"), Some.Alert("a2"), Some.Alert("a3")]
        );
        await Commit(
            Some.Append(School, 1, resolved: ["a1"]) with
            {
                Documents = [Some.Notice(1), Some.Notice(2)],
                Issues = [Some.Issue(1, due: new(2026, 5, 1))],
            }
        );
        await Commit(School, 2, events: [Some.Event(payload: "x"), Some.Event(payload: "y")]);
        await Commit(
            Some.Append(
                School,
                4,
                events: [Some.Event() with { Payload = System.Text.Encoding.UTF8.GetBytes($$"""{"evidence":["{{Hash}}"]}""") }]
            )
        );
        await Journal.EndAlerts("330106", [new("a3", "moved")], Some.Noon);
        await Commit(Institution);
        await Commit("county/330106");
        await Journal.KeepReceipt(Institution, Some.Receipt(Refused));
        await Journal.KeepReceipt(Import, Some.Receipt(Refused));
        await Under
            .Services.GetRequiredService<IEvidenceStore>()
            .Put(new(School, Unnamed, "330106", "text/plain", 15, null, "li", Some.Noon), "nobody names it"u8.ToArray());
        for (var i = 0; i < 3; i++)
            await Audit.Write(Entry("330106"));
        await Audit.Write(Entry(NewAuditEntry.SystemChain));
        if (!sealsDay)
            return;
        var root = await Roots.SealDay("330106", Day, Some.Noon);
        (await Roots.SealDay("330106", Day, Some.Noon.AddHours(1))).Should().Be(root);
        await Commit(
            Some.Append(
                "county/330106",
                1,
                events:
                [
                    Some.Event("audit-root-sealed") with
                    {
                        Payload = System.Text.Encoding.UTF8.GetBytes($$"""{"day":"2026-04-15","root":"{{root.Root}}"}"""),
                    },
                ]
            )
        );
    }

    internal static NewAuditEntry Entry(string chain) =>
        new(
            chain,
            Some.Noon,
            "li",
            "CountyOffice",
            "330106",
            null,
            "127.0.0.1",
            null,
            "POST units/{kind}/{code}/visits",
            School,
            null,
            null,
            AuditResult.Accepted,
            200,
            null
        );

    public sealed class OnSqlite() : VerificationTests(StoreUnderTest.Sqlite);

    public sealed class OnPostgres() : VerificationTests(StoreUnderTest.Postgres);
}
