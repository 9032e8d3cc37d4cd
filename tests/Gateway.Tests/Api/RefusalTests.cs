using Supervision.Gateway.Tests.Hosting;
using static Supervision.Gateway.Tests.Hosting.Moments;

namespace Supervision.Gateway.Tests.Api;

/// <summary>Every refusal that can be met through the API: its status, its code, its field.</summary>
public sealed class RefusalTests(Springs springs)
{
    private const string School = "/api/v1/units/school/2133901760";
    private const string Institution = "/api/v1/units/institution/PX-330502-0001";
    private const string Closed = "/api/v1/units/school/2133901761";
    private const string Policies = "/api/v1/counties/330502/policies";
    private const string Waiting = "/api/v1/units/school/2133901746";

    /// <summary>Appointed until further notice.</summary>
    private const string Endless = "督学-330502-98";

    private sealed record Case(int Status, string Code, string? Field, Func<Spring, Task<Answer>> Ask);

    private static readonly Case[] Cases =
    [
        new(
            400,
            "request-malformed",
            "kind",
            at =>
                at.County.Command(
                    $"{School}/visits",
                    new
                    {
                        kind = "Party",
                        startedAt = At("2026-04-09 09:00"),
                        endedAt = At("2026-04-09 10:00"),
                        methods = Array.Empty<int>(),
                    }
                )
        ),
        new(400, "idempotency-key-missing", "Idempotency-Key", at => at.County.Raw($"{School}/visits", "{}"u8.ToArray(), null)),
        new(422, "field-required", "inspector", at => at.County.Command($"{School}/visits", Visit("2026-04-09 09:00", "2026-04-09 10:00"))),
        new(422, "field-required", "userName", at => at.County.Post("/api/v1/session", new { password = "x" })),
        new(
            422,
            "field-required",
            "reason",
            at => at.County.Command($"{School}/months/2026-03/excuse", new { reason = " ", document = "x" })
        ),
        new(
            422,
            "field-required",
            "to",
            at =>
                at.County.Command(
                    $"{School}/inspector",
                    new
                    {
                        inspector = Spring.Inspector,
                        from = "2026-04-10",
                        deputy = true,
                    }
                )
        ),
        new(422, "field-invalid", "kind", at => at.County.Command($"{School}/visits", Visiting(kind: 99))),
        new(
            422,
            "field-invalid",
            "document",
            at => at.County.Command($"{School}/months/2026-03/excuse", new { reason = "x", document = new string('文', 201) })
        ),
        new(422, "field-invalid", "speed", at => at.City.Post("/api/v1/sandbox/clock", new { speed = 1e300 })),
        new(422, "field-invalid", "speed", at => at.City.Post("/api/v1/sandbox/clock", new { speed = -1 })),
        new(
            422,
            "field-invalid",
            "to",
            at =>
                at.County.Command(
                    $"{School}/inspector",
                    new
                    {
                        inspector = Endless,
                        from = "2026-04-10",
                        to = "9999-12-31",
                        deputy = false,
                    }
                )
        ),
        new(
            422,
            "assignment-outside-term",
            "from",
            at =>
                at.County.Command(
                    $"{School}/inspector",
                    new
                    {
                        inspector = Endless,
                        from = "0001-01-01",
                        deputy = false,
                    }
                )
        ),
        new(
            422,
            "assignment-outside-term",
            "to",
            at =>
                at.County.Command(
                    $"{School}/inspector",
                    new
                    {
                        inspector = Spring.Inspector,
                        from = "2026-04-10",
                        to = "2027-09-01",
                        deputy = false,
                    }
                )
        ),
        new(
            401,
            "not-signed-in",
            null,
            async at =>
            {
                using var nobody = Person.Nobody(at.Gateway);
                return await nobody.Get(School);
            }
        ),
        new(
            401,
            "not-signed-in",
            "password",
            async at =>
            {
                using var nobody = Person.Nobody(at.Gateway);
                return await nobody.Post("/api/v1/session", new { userName = "nobody", password = "wrong" });
            }
        ),
        new(403, "out-of-scope", null, at => at.County.Get("/api/v1/counties/330521/board")),
        new(
            403,
            "role-not-allowed",
            null,
            at => at.Inspecting.Command($"{School}/months/2026-03/excuse", new { reason = "x", document = "x" })
        ),
        new(
            403,
            "not-yourself",
            "inspector",
            at => at.Inspecting.Command($"{School}/visits", Visit("2026-04-09 09:00", "2026-04-09 10:00", "督学-330502-02"))
        ),
        new(
            404,
            "unit-unknown",
            null,
            at =>
                at.County.Command("/api/v1/units/school/9999999999/visits", Visit("2026-04-09 09:00", "2026-04-09 10:00", Spring.Inspector))
        ),
        new(404, "unit-unknown", null, at => at.County.Get("/api/v1/units/kindergarten/2133901760")),
        new(404, "inspector-unknown", "code", at => at.City.Get("/api/v1/inspectors/nobody/worklist")),
        new(
            404,
            "inspector-unknown",
            "inspector",
            at =>
                at.County.Command(
                    $"{School}/inspector",
                    new
                    {
                        inspector = "nobody",
                        from = "2026-04-10",
                        deputy = false,
                    }
                )
        ),
        new(404, "county-unknown", "code", at => at.Admin.Get("/api/v1/counties/330599/board")),
        new(404, "county-unknown", "code", at => at.City.Get("/api/v1/counties/330599/alerts")),
        new(404, "region-unknown", "code", at => at.Admin.Get("/api/v1/regions/44/board")),
        new(
            404,
            "visit-unknown",
            "visitId",
            at => at.County.Command($"{Waiting}/months/2026-03/approve-late", new { visitId = Guid.NewGuid(), reason = "x" })
        ),
        new(
            422,
            "visit-in-future",
            "endedAt",
            at => at.County.Command($"{School}/visits", Visit("2026-04-10 10:00", "2026-04-10 10:02:00.001", Spring.Inspector))
        ),
        new(
            422,
            "visit-too-old",
            "startedAt",
            at => at.County.Command($"{School}/visits", Visit("2025-03-31 23:59:59.999", "2025-04-01 01:00", Spring.Inspector))
        ),
        new(
            422,
            "visit-times-reversed",
            "endedAt",
            at => at.County.Command($"{School}/visits", Visit("2026-04-09 10:00", "2026-04-09 10:00", Spring.Inspector))
        ),
        new(
            422,
            "visit-too-long",
            "endedAt",
            at => at.County.Command($"{School}/visits", Visit("2026-04-08 09:00", "2026-04-08 21:00:00.001", Spring.Inspector))
        ),
        new(
            409,
            "visit-overlaps",
            "startedAt",
            at => at.County.Command($"{Waiting}/visits", Visit("2026-03-20 09:30", "2026-03-20 10:30", Spring.Inspector))
        ),
        new(422, "visit-method-missing", "methods", at => at.County.Command($"{School}/visits", Visiting())),
        new(422, "visit-method-invalid", "methods", at => at.County.Command($"{School}/visits", Visiting(count: 0))),
        new(422, "visit-method-invalid", "methods", at => at.County.Command($"{School}/visits", Visiting(method: 99, count: 1))),
        new(
            422,
            "visit-note-too-long",
            "note",
            at => at.County.Command($"{School}/visits", Visiting(count: 1, note: new string('记', 4_001)))
        ),
        new(
            409,
            "unit-not-operating",
            null,
            at => at.County.Command($"{Closed}/visits", Visit("2026-04-09 09:00", "2026-04-09 10:00", Spring.Inspector))
        ),
        new(
            422,
            "period-invalid",
            "period",
            at => at.County.Command($"{School}/months/2026-05/excuse", new { reason = "x", document = "x" })
        ),
        new(
            422,
            "period-invalid",
            "period",
            at => at.County.Command($"{School}/months/2026-13/excuse", new { reason = "x", document = "x" })
        ),
        new(
            422,
            "period-invalid",
            "period",
            at => at.County.Command($"{School}/months/0000-01/excuse", new { reason = "x", document = "x" })
        ),
        new(
            422,
            "period-invalid",
            "period",
            at => at.County.Command($"{School}/months/2026Q1/excuse", new { reason = "x", document = "x" })
        ),
        new(422, "period-invalid", "period", at => at.County.Command($"{Institution}/months/2026-03/approve-late", new { reason = "x" })),
        new(
            409,
            "period-not-kept",
            "period",
            at => at.County.Command($"{School}/months/2026-02/excuse", new { reason = "x", document = "x" })
        ),
        new(
            409,
            "period-not-closed",
            "period",
            at => at.County.Command($"{School}/months/2026-04/excuse", new { reason = "x", document = "x" })
        ),
        new(
            409,
            "period-not-missed",
            "period",
            at => at.County.Command("/api/v1/units/school/2133901762/months/2026-03/excuse", new { reason = "x", document = "x" })
        ),
        new(409, "nothing-to-approve", "period", at => at.County.Command($"{School}/months/2026-03/approve-late", new { reason = "x" })),
        new(
            422,
            "assignment-reversed",
            "to",
            at =>
                at.County.Command(
                    $"{School}/inspector",
                    new
                    {
                        inspector = Spring.Inspector,
                        from = "2026-05-02",
                        to = "2026-05-01",
                        deputy = false,
                    }
                )
        ),
        new(
            422,
            "assignment-ended",
            "to",
            at =>
                at.County.Command(
                    $"{School}/inspector",
                    new
                    {
                        inspector = Spring.Inspector,
                        from = "2026-04-01",
                        to = "2026-04-09",
                        deputy = false,
                    }
                )
        ),
        new(
            422,
            "assignment-too-far",
            "from",
            at =>
                at.County.Command(
                    $"{School}/inspector",
                    new
                    {
                        inspector = Endless,
                        from = "2028-05-01",
                        deputy = false,
                    }
                )
        ),
        new(
            422,
            "assignment-of-other-county",
            "inspector",
            at =>
                at.City.Command(
                    $"{School}/inspector",
                    new
                    {
                        inspector = "督学-330521-01",
                        from = "2026-04-10",
                        deputy = false,
                    }
                )
        ),
        new(
            409,
            "unit-closed-for-good",
            "status",
            at =>
                at.County.Command(
                    $"{Closed}/inspector",
                    new
                    {
                        inspector = Spring.Inspector,
                        from = "2026-04-10",
                        deputy = false,
                    }
                )
        ),
        new(
            409,
            "clock-backwards",
            "advanceTo",
            at => at.City.Post("/api/v1/sandbox/clock", new { advanceTo = At("2026-04-10 09:59:59.999") })
        ),
        new(422, "clock-too-far", "advanceTo", at => at.City.Post("/api/v1/sandbox/clock", new { advanceTo = At("2027-05-16 10:00") })),
        new(409, "store-not-empty", null, at => at.Admin.Post("/api/v1/setup/demonstration")),
        new(
            403,
            "role-not-allowed",
            null,
            at => at.City.Command($"{Policies}/activate", new { preset = "plan-6", effectiveFrom = "2026-05-01" })
        ),
        new(403, "out-of-scope", null, at => at.County.Get("/api/v1/counties/330521/policies")),
        new(404, "county-unknown", "code", at => at.Admin.Get("/api/v1/counties/330599/policies")),
        new(422, "field-required", "effectiveFrom", at => at.County.Command($"{Policies}/activate", new { preset = "plan-6" })),
        new(
            422,
            "policy-preset-unknown",
            "preset",
            at => at.County.Command($"{Policies}/activate", new { preset = "plan-3", effectiveFrom = "2026-05-01" })
        ),
        new(
            422,
            "policy-parameter-unknown",
            "cadence.school.perWeek",
            at => at.County.Command($"{Policies}/activate", Policy("cadence.school.perWeek", 1))
        ),
        new(
            422,
            "policy-value-invalid",
            "cadence.school.perMonth",
            at => at.County.Command($"{Policies}/activate", Policy("cadence.school.perMonth", 9))
        ),
        new(
            422,
            "policy-values-conflict",
            "inspector.hardMax",
            at => at.County.Command($"{Policies}/activate", Policy("inspector.hardMax", 4))
        ),
        new(
            422,
            "policy-effective-too-early",
            "effectiveFrom",
            at => at.County.Command($"{Policies}/activate", Policy("cadence.school.perMonth", 2, "2026-04-10"))
        ),
        new(
            422,
            "policy-effective-too-far",
            "effectiveFrom",
            at => at.County.Command($"{Policies}/activate", Policy("cadence.school.perMonth", 2, "2027-05-16"))
        ),
        new(
            409,
            "policy-superseded",
            null,
            at =>
                at.County.Command(
                    $"{Policies}/activate",
                    new
                    {
                        preset = "plan-6",
                        effectiveFrom = "2026-05-01",
                        over = 3,
                    }
                )
        ),
    ];

    /// <summary>Met elsewhere, or of things that have no path yet.</summary>
    private static readonly RefusalCode[] Elsewhere =
    [
        RefusalCode.StepUnknown,
        RefusalCode.StepStateConflict,
        RefusalCode.StepProposalOpen,
        RefusalCode.QualificationRevoked,
        RefusalCode.CountyRungInvalid, // LadderTests
        RefusalCode.ConfirmationDiffers, // ImportTests
        RefusalCode.AlertUnknown, // AlertTests
        RefusalCode.InspectorRecused, // RecusalTests
        RefusalCode.ChannelUnknown,
        RefusalCode.ChannelSuperseded,
        RefusalCode.TooManyChannels,
        RefusalCode.ChannelAddressRefused,
        RefusalCode.DeliveryUnknown,
        RefusalCode.DeliveryNotFinished, // Channels/
        RefusalCode.None,
        RefusalCode.IdempotencyKeyReused,
        RefusalCode.SandboxOnly, // SubmissionTests, RealModeTests
        RefusalCode.CodeInvalid,
        RefusalCode.KindInvalid,
        RefusalCode.TermsInvalid,
        .. CaseRefusalTests.OfIssues,
        .. CaseRefusalTests.OfMeasures,
        RefusalCode.LookBackByVerifier,
        RefusalCode.ExtensionTooLate,
        RefusalCode.PeriodOver,
        RefusalCode.RemedyTooLate, // days have to pass: tests of the rules
        RefusalCode.EvidenceUnknown, // of files that were not uploaded
        RefusalCode.EvidenceTooLarge,
        RefusalCode.EvidenceTypeInvalid,
        RefusalCode.EvidenceHashMismatch,
        RefusalCode.EvidenceNotFound, // EvidenceTests
        RefusalCode.CursorInvalid,
        RefusalCode.ListTooLong, // IssueListTests
        RefusalCode.ApprovalRequired,
        RefusalCode.ApprovalUnknown,
        RefusalCode.ApprovalStateConflict,
        RefusalCode.ApproverIsAsker,
        RefusalCode.ApprovalOfAnother,
        RefusalCode.ApprovalSubjectInvalid, // ApprovalTests
        RefusalCode.InstantInvalid,
        RefusalCode.InstantInFuture,
        RefusalCode.AsOfAfterKnown,
        RefusalCode.NotKnownThen, // PastTests
        RefusalCode.TooManyRequests,
        RefusalCode.OriginNotAllowed, // RateLimitTests, HeaderTests
        RefusalCode.SessionExpired,
        RefusalCode.SessionRevoked,
        RefusalCode.SecondFactorNeeded,
        RefusalCode.SecondFactorMissing,
        RefusalCode.SecondFactorConflict,
        RefusalCode.PasswordChangeNeeded, // SessionTests, StrictTests
        RefusalCode.InspectorOverloaded,
        RefusalCode.ZoneOverloaded,
        RefusalCode.ZoneUnknown,
        RefusalCode.ZoneInvalid,
        RefusalCode.AreaUnknown,
        RefusalCode.EntryUnknown,
        RefusalCode.EntryWaits,
        RefusalCode.BulletinInvalid,
        RefusalCode.DepartmentUnknown,
        RefusalCode.DocumentUnknown, // tests of the rules
        RefusalCode.PasswordTooWeak,
        RefusalCode.AccountUnknown,
        RefusalCode.AccountNameTaken,
        RefusalCode.SeparationOfDuties,
        RefusalCode.TooManyTries, // AccountsTests, RealModeTests
    ];

    [Fact]
    public async Task Refusal_OfEveryKind_HasItsStatusCodeAndField()
    {
        var spring = await Prepared();
        using var scope = new FluentAssertions.Execution.AssertionScope();
        foreach (var (status, code, field, ask) in Cases)
        {
            var answer = await ask(spring);
            answer.ShouldRefuse(status, code, field);
        }
    }

    [Fact]
    public void Refusals_AreAllMet() =>
        Cases
            .Select(refusal => refusal.Code)
            .Concat(Elsewhere.Select(JsonNaming.Kebab))
            .Distinct()
            .Should()
            .BeEquivalentTo(Enum.GetValues<RefusalCode>().Select(JsonNaming.Kebab));

    private async Task<Spring> Prepared()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        await spring.City.Import([
            Upload.Some(
                "inspectors",
                row => row.StartsWith(Spring.Inspector, StringComparison.Ordinal),
                row =>
                    row.Replace(Spring.Inspector, Endless, StringComparison.Ordinal).Replace(",2027-08-31", ",", StringComparison.Ordinal)
            ),
        ]);
        await spring.City.Import([
            Upload.Some(
                "schools",
                row => row.StartsWith("2133901761", StringComparison.Ordinal),
                row => row + ",撤销",
                header => header + ",状态"
            ),
        ]);
        (await spring.County.Command($"{Waiting}/visits", Visit("2026-03-20 09:00", "2026-03-20 10:00", Spring.Inspector)))
            .As<Reply>()
            .Visit!.Held.Should()
            .BeTrue();
        (
            await spring.County.Command(
                "/api/v1/units/school/2133901762/months/2026-03/excuse",
                new { reason = "停课", document = "湖教〔2026〕1号" }
            )
        )
            .As<Reply>()
            .Changed.Should()
            .BeTrue();
        return spring;
    }

    private static object Policy(string key, object value, string from = "2026-05-01") =>
        new { values = new Dictionary<string, object> { [key] = value }, effectiveFrom = from };

    private static object Visiting(int kind = 1, int method = 2, int? count = null, string? note = null) =>
        new
        {
            inspector = Spring.Inspector,
            kind,
            startedAt = At("2026-04-09 09:00"),
            endedAt = At("2026-04-09 10:00"),
            note,
            methods = kind == 99 ? [new { method, count = 1 }]
            : count is { } times ? [new { method, count = times }]
            : new[] { new { method, count = 0 } }[..0],
        };
}
