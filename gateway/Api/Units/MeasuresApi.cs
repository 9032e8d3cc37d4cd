using System.Text.Json.Serialization;
using static Supervision.Gateway.Api.Units.UnitRequests;

namespace Supervision.Gateway.Api.Units;

/// <summary>The ladder (5.5): measures from proposal to discharge, and what the ladder counts besides.</summary>
public static class MeasuresApi
{
    /// <param name="Rule">LR-14, or manual, which null means.</param>
    /// <param name="Issues">Numbers of open issues, at least one.</param>
    /// <param name="Reason">1–1,000 characters.</param>
    public sealed record ProposalBody(
        [property: JsonRequired] Rung Rung,
        string? Rule,
        [property: JsonRequired] IReadOnlyList<int> Issues,
        [property: JsonRequired] string Reason
    );

    /// <param name="Form">Circular: Written or Oral; key supervision: Plaque or SupervisionOrder; else None.</param>
    /// <param name="Remark">1–500 characters.</param>
    /// <param name="Attachments">At most 20.</param>
    public sealed record DecisionBody(MeasureForm Form, [property: JsonRequired] string Remark, IReadOnlyList<Attachment>? Attachments);

    /// <param name="Attachments">What the rung needs besides the numbered paper; at most 20.</param>
    public sealed record ServiceBody(IReadOnlyList<Attachment>? Attachments);

    /// <param name="HeldOn">Not before service, not after today.</param>
    /// <param name="Present">Who took part, 1–500 characters.</param>
    public sealed record InterviewBody([property: JsonRequired] DateOnly HeldOn, [property: JsonRequired] string Present);

    /// <param name="Committed">After today, at most 180 days ahead.</param>
    /// <param name="Attachments">Minutes and commitment; at most 20.</param>
    public sealed record CommitmentBody([property: JsonRequired] DateOnly Committed, IReadOnlyList<Attachment>? Attachments);

    /// <param name="Text">1–4,000 characters.</param>
    /// <param name="Evidence">SHA-256 of files, lower-case hex, at most 20.</param>
    public sealed record StatementBody([property: JsonRequired] string Text, IReadOnlyList<string>? Evidence);

    /// <param name="Remark">1–500 characters.</param>
    public sealed record DelistingBody([property: JsonRequired] bool Accept, [property: JsonRequired] string Remark);

    /// <param name="Links">1–20, http or https.</param>
    public sealed record PublicationBody([property: JsonRequired] IReadOnlyList<string> Links);

    /// <param name="Result">1–2,000 characters.</param>
    public sealed record AnnotationBody([property: JsonRequired] string Result);

    /// <param name="Document">1–200 characters.</param>
    public sealed record AppealBody([property: JsonRequired] AppealStep Step, [property: JsonRequired] string Document);

    /// <param name="Remark">1–2,000 characters.</param>
    /// <param name="Document">1–200 characters.</param>
    public sealed record ExecutionBody([property: JsonRequired] string Remark, [property: JsonRequired] string Document);

    /// <param name="SetUpOn">Between the day accountability was proposed and today.</param>
    /// <param name="Members">2–20 posts or inspectors' codes, each once; never names.</param>
    /// <param name="Document">Paper that sets the group up, 1–200 characters.</param>
    /// <param name="Evidence">SHA-256 of files, lower-case hex, at most 20.</param>
    public sealed record FactFindingBody(
        [property: JsonRequired] DateOnly SetUpOn,
        [property: JsonRequired] IReadOnlyList<string> Members,
        [property: JsonRequired] string Document,
        IReadOnlyList<string>? Evidence
    );

    /// <param name="Bulletin">Area and quarter, e.g. <c>330521:2026Q2</c>: of the unit's county, or of the city or province above it.</param>
    /// <param name="IssuedOn">Civil day: in the quarter or later, today at the latest, at most 365 days ago.</param>
    /// <param name="Document">Number or title of the bulletin, 1–200 characters.</param>
    /// <param name="Evidence">SHA-256 of 1–20 files uploaded for the unit, lower-case hex.</param>
    public sealed record NamingBody(
        [property: JsonRequired] string Bulletin,
        [property: JsonRequired] DateOnly IssuedOn,
        [property: JsonRequired] string Document,
        [property: JsonRequired] IReadOnlyList<string> Evidence
    );

    /// <param name="Remark">1–500 characters.</param>
    public sealed record EntryDecisionBody([property: JsonRequired] bool Approve, [property: JsonRequired] string Remark);

    /// <param name="Source">1–500 characters.</param>
    public sealed record OpinionBody([property: JsonRequired] bool On, [property: JsonRequired] string Source);

    /// <param name="Id">The complaint's number, 1–64 characters.</param>
    /// <param name="ReceivedAt">Within the last 365 days.</param>
    /// <param name="Group">Category group, e.g. <c>S-HW</c>.</param>
    /// <param name="Person">A pseudonym of at most 64 characters, the same for the same person; null when anonymous.</param>
    /// <param name="Document">Number or title of what it was received with, 1–200 characters; says nothing of who complained.</param>
    /// <param name="Evidence">SHA-256 of 1–20 files uploaded for the unit, lower-case hex.</param>
    public sealed record ComplaintBody(
        [property: JsonRequired] string Id,
        [property: JsonRequired] DateTimeOffset ReceivedAt,
        [property: JsonRequired] string Group,
        string? Person,
        [property: JsonRequired] ComplaintOutcome Outcome,
        [property: JsonRequired] string Document,
        [property: JsonRequired] IReadOnlyList<string> Evidence
    );

    /// <param name="Round">Year and quarter, e.g. <c>2026Q2</c>.</param>
    /// <param name="WindowFrom">First day of fieldwork, after today, within 180 days.</param>
    public sealed record SelfCheckRequestBody([property: JsonRequired] string Round, [property: JsonRequired] DateOnly WindowFrom);

    /// <summary>Four sections of 1–4,000 characters (L19), and the item-by-item form (L77).</summary>
    public sealed record SelfCheckBody(
        [property: JsonRequired] string Work,
        [property: JsonRequired] string Highlights,
        [property: JsonRequired] string Problems,
        [property: JsonRequired] string Next,
        [property: JsonRequired] FilledChecklist Checklist
    );

    public static void MapMeasures(this RouteGroupBuilder api)
    {
        var units = api.MapGroup("/units/{kind}/{code}").WithTags("措施 Measures");
        units
            .MapCommand<ProposalBody>(
                "/measures",
                "提出措施建议 / Propose a measure",
                body => new ProposeMeasure(body.Rung, body.Rule ?? "manual", List(body.Issues), body.Reason)
            )
            .MayAsk(May.HandleMeasure, Within.Unit);
        units
            .MapNumbered<DecisionBody>(
                "/measures/{no}/decision",
                "决定采取措施 / Decide a proposed measure",
                (no, body) => new DecideMeasure(no, body.Form, body.Remark, List(body.Attachments))
            )
            .MayAsk(May.HandleMeasure, Within.Unit);
        units
            .MapNumbered<VisitsApi.ReasonBody>(
                "/measures/{no}/rejection",
                "不采纳措施建议 / Reject a proposed measure",
                (no, body) => new RejectMeasure(no, body.Reason)
            )
            .MayAsk(May.HandleMeasure, Within.Unit);
        units
            .MapNumbered<ServiceBody>(
                "/measures/{no}/service",
                "送达措施 / Serve a measure",
                (no, body) => new ServeMeasure(no, List(body.Attachments))
            )
            .MayAsk(May.HandleMeasure, Within.Unit);
        units
            .MapNumbered<InterviewBody>(
                "/measures/{no}/interview",
                "记录约谈 / Record the interview",
                (no, body) => new RecordInterview(no, body.HeldOn, body.Present)
            )
            .MayAsk(May.HandleMeasure, Within.Unit);
        units
            .MapNumbered<CommitmentBody>(
                "/measures/{no}/commitment",
                "归档约谈纪要与整改承诺 / Put minutes and commitment on file",
                (no, body) => new RecordCommitment(no, body.Committed, List(body.Attachments))
            )
            .MayAsk(May.HandleMeasure, Within.Unit);
        units
            .MapNumbered<StatementBody>(
                "/measures/{no}/progress",
                "报送督办进展 / Report progress",
                (no, body) => new RecordProgress(no, body.Text, List(body.Evidence))
            )
            .MayAsk(May.Answer, Within.Unit);
        units
            .MapNumbered<VisitsApi.ReasonBody>(
                "/measures/{no}/period-extension",
                "延长督办期限 / Extend the period of key supervision",
                (no, body) => new ExtendPeriod(no, body.Reason)
            )
            .MayAsk(May.HandleMeasure, Within.Unit);
        units
            .MapNumbered<StatementBody>(
                "/measures/{no}/delisting-application",
                "申请销号 / Apply for delisting",
                (no, body) => new ApplyDelisting(no, body.Text, List(body.Evidence))
            )
            .MayAsk(May.Answer, Within.Unit);
        units
            .MapNumbered<DelistingBody>(
                "/measures/{no}/delisting-decision",
                "答复销号申请 / Answer the application for delisting",
                (no, body) => new DecideDelisting(no, body.Accept, body.Remark)
            )
            .MayAsk(May.HandleMeasure, Within.Unit);
        units
            .MapNumbered<PublicationBody>(
                "/measures/{no}/publication",
                "记录公开发布 / Record the publication",
                (no, body) => new RecordPublication(no, Links(body.Links))
            )
            .MayAsk(May.HandleMeasure, Within.Unit);
        units
            .MapNumbered<AnnotationBody>(
                "/measures/{no}/publication-annotation",
                "补充公开信息的整改结果 / Add the result to the publication",
                (no, body) => new AnnotatePublication(no, body.Result)
            )
            .MayAsk(May.HandleMeasure, Within.Unit);
        units
            .MapNumbered<FactFindingBody>(
                "/measures/{no}/fact-finding",
                "登记成立事实认定小组 / Record that the fact-finding group is set up",
                (no, body) => new SetUpFactFinding(no, body.SetUpOn, List(body.Members), body.Document, List(body.Evidence))
            )
            .MayAsk(May.HandleMeasure, Within.Unit);
        units
            .MapNumbered<AppealBody>(
                "/measures/{no}/appeal-step",
                "记录复核、申诉、更正 / Record a step of review, appeal or correction",
                (no, body) => new RecordAppealStep(no, body.Step, body.Document)
            )
            .MayAsk(May.Appeal, Within.Unit);
        units
            .MapNumbered<ExecutionBody>(
                "/measures/{no}/execution",
                "记录问责执行与回访 / Record that accountability was carried out",
                (no, body) => new RecordExecution(no, body.Remark, body.Document)
            )
            .MayAsk(May.HandleMeasure, Within.Unit);

        units
            .MapCommand<NamingBody>(
                "/bulletin-naming",
                "手工登记通报点名，待本县另一人审核 / Enter by hand that a bulletin names the unit, for another person to approve",
                body => new NameUnit(body.Bulletin, body.IssuedOn, body.Document, List(body.Evidence))
            )
            .MayAsk(May.NameUnit, Within.Unit);
        units
            .MapNumbered<EntryDecisionBody>(
                "/entries/{no}/decision",
                "审核他人的手工登记 / Approve or reject what another person entered by hand",
                (no, body) => new DecideEntry(no, body.Approve, body.Remark)
            )
            .MayAsk(May.DecideEntry, Within.Unit);
        units
            .MapCommand<OpinionBody>(
                "/opinion-flag",
                "标记或解除舆情关注 / Set or lift the public-opinion flag",
                body => new SetOpinionFlag(body.On, body.Source)
            )
            .MayAsk(May.HandleMeasure, Within.Unit);
        units
            .MapPost("/complaint-count", CountComplaint)
            .IsUnitCommand(
                "手工登记一件举报（不含举报人信息），待本县另一人审核 / Enter a complaint by hand, without who complained, for another person to approve"
            )
            .MayAsk(May.CountComplaint, Within.Unit);
        units
            .MapCommand<SelfCheckRequestBody>(
                "/self-checks",
                "要求报送自查 / Ask for a self-check",
                body => new RequestSelfCheck(body.Round, body.WindowFrom)
            )
            .MayAsk(May.AskSelfCheck, Within.Unit);
        units
            .MapPost(
                "/self-checks/{round}",
                (string kind, string code, string round, CommandRequest<SelfCheckBody> request, IClusterClient cluster) =>
                    Execute(
                        cluster,
                        kind,
                        code,
                        request,
                        body => (new SubmitSelfCheck(round, body.Work, body.Highlights, body.Problems, body.Next, body.Checklist), null)
                    )
            )
            .IsUnitCommand("报送自查小结与自查表 / Hand in the self-check")
            .MayAsk(May.Answer, Within.Unit);
    }

    private static Task<IResult> CountComplaint(string kind, string code, CommandRequest<ComplaintBody> request, IClusterClient cluster) =>
        Execute(
            cluster,
            kind,
            code,
            request,
            body =>
                body.Person?.Contains('\0', StringComparison.Ordinal) == true
                    ? (null, MeasureRefusals.ComplaintInvalid("person"))
                    : (
                        new CountComplaint(
                            new(body.Id, body.ReceivedAt, body.Group, body.Person, body.Outcome),
                            body.Document,
                            List(body.Evidence)
                        ),
                        null
                    )
        );

    /// <summary>A zero character, which no store takes, makes a link none.</summary>
    private static ImmutableArray<string> Links(IReadOnlyList<string>? links) =>
        [.. List(links).Select(link => link?.Contains('\0', StringComparison.Ordinal) == true ? "" : link!)];
}
