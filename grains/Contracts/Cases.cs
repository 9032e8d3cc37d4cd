using System.Collections.Immutable;
using Orleans.Concurrency;

namespace Supervision.Contracts;

/// <summary>A numbered paper as people see it.</summary>
/// <param name="Id">Within the unit, e.g. <c>circular:1</c>.</param>
/// <param name="Number">As printed, e.g. <c>德清县教督通〔2026〕3号</c>.</param>
[GenerateSerializer, Immutable, Alias("document-view")]
public sealed record DocumentView(string Id, DocumentKind Kind, string Number, DateTimeOffset IssuedAt);

/// <summary>Everything open about a unit.</summary>
/// <param name="Reasons">All grounds of the compliance colour, most pressing first.</param>
/// <param name="Plans">Never for the unit's own eyes.</param>
/// <param name="Flagged">Visits that wait for confirmation.</param>
/// <param name="Documents">Newest last.</param>
[GenerateSerializer, Immutable, Alias("case-file")]
public sealed record CaseFile(
    Colour Colour,
    ImmutableArray<Reason> Reasons,
    ImmutableArray<Issue> Issues,
    LadderState Ladder,
    ImmutableArray<Referral> Referrals,
    ImmutableArray<SelfCheckDuty> SelfChecks,
    ImmutableArray<VisitPlan> Plans,
    ImmutableArray<Visit> Flagged,
    ImmutableArray<WaitingDecision> Waiting,
    ImmutableArray<DocumentView> Documents
)
{
    /// <summary>Made by hand and waiting for a second person.</summary>
    [Id(0)]
    public ImmutableArray<HandEntry> Entries { get; init; } = [];

    /// <summary>Whom the county hands cases to or consults.</summary>
    [Id(1)]
    public ImmutableArray<Department> Departments { get; init; } = [];

    /// <summary>Issues whose deadline the unit may still ask to have extended.</summary>
    [Id(2)]
    public ImmutableArray<ExtensionOffer> Extensions
    {
        get => field.IsDefault ? [] : field;
        init;
    } = [];
}

/// <param name="Issue">Number of the issue.</param>
/// <param name="MostDays">At most so many days.</param>
[GenerateSerializer, Immutable, Alias("extension-offer")]
public sealed record ExtensionOffer(int Issue, int MostDays);

/// <summary>What would follow from a command; nothing has happened.</summary>
/// <param name="Refusal">Set when it would be refused; then nothing else is.</param>
/// <param name="Deadlines">Clocks that would begin or change.</param>
/// <param name="Documents">Papers that would get a number.</param>
/// <param name="Alerts">Who would be told what.</param>
[GenerateSerializer, Immutable, Alias("preview")]
public sealed record Preview(
    Refusal? Refusal,
    ImmutableArray<PreviewedEvent> Events,
    ImmutableArray<CaseDeadline> Deadlines,
    ImmutableArray<DocumentKind> Documents,
    ImmutableArray<PreviewedAlert> Alerts,
    Standing? Before,
    Standing? After
)
{
    /// <summary>What would be said although it is done.</summary>
    [Id(4)]
    public ImmutableArray<Text> Warnings { get; init; } = [];

    public static Preview Refused(Refusal refusal) => new(refusal, [], [], [], [], null, null);
}

[GenerateSerializer, Immutable, Alias("previewed-event")]
public sealed record PreviewedEvent(string Kind, DateTimeOffset EffectiveAt, Text Text);

[GenerateSerializer, Immutable, Alias("previewed-alert")]
public sealed record PreviewedAlert(string Kind, ImmutableArray<string> Recipients, Text Text);

/// <param name="What">What is due.</param>
/// <param name="WhenPassed">What happens by itself at <paramref name="FallsAt"/>.</param>
[GenerateSerializer, Immutable, Alias("case-deadline")]
public sealed record CaseDeadline(
    CaseKind Case,
    int No,
    DeadlineKind Kind,
    DateOnly Due,
    DateTimeOffset FallsAt,
    bool Passed,
    Text What,
    Text WhenPassed
);

/// <summary>Both colours and the rung.</summary>
[GenerateSerializer, Immutable, Alias("standing")]
public sealed record Standing(Colour Coverage, Colour Compliance, Rung Rung, int OpenIssues);

/// <summary>Which issues of an area to list; every condition given must hold.</summary>
/// <param name="Area">Leading digits of county codes.</param>
/// <param name="Category">Leading characters, e.g. <c>S-HW</c>.</param>
/// <param name="DueBefore">Only issues whose next term is before this day.</param>
/// <param name="Take">1–1000.</param>
/// <param name="Without">Actor keys of units to leave out; unset for none.</param>
[GenerateSerializer, Immutable, Alias("issue-filter")]
public sealed record IssueFilter(
    string Area,
    ImmutableArray<IssueState> States,
    Severity Severity,
    string? Category,
    string? Unit,
    string? Inspector,
    bool OpenOnly,
    DateOnly? DueBefore,
    IssueCursor? After,
    int Take,
    ImmutableArray<string> Without = default
);

/// <summary>Where a page of issues ended.</summary>
[GenerateSerializer, Immutable, Alias("issue-cursor")]
public sealed record IssueCursor(DateTimeOffset OpenedAt, string Unit, int No);

/// <param name="Total">All that meet the filter.</param>
/// <param name="Next">Null on the last page.</param>
[GenerateSerializer, Immutable, Alias("issue-page")]
public sealed record IssuePage(ImmutableArray<IssueRecord> Issues, int Total, IssueCursor? Next);

/// <summary>Which numbered papers of a county to list; every condition given must hold.</summary>
/// <param name="County">Its whole code.</param>
/// <param name="Kind">None for all.</param>
/// <param name="Take">1–1000.</param>
[GenerateSerializer, Immutable, Alias("document-filter")]
public sealed record DocumentFilter(string County, int? Year, DocumentKind Kind, DocumentCursor? After, int Take);

/// <summary>Where a page of numbered papers ended.</summary>
[GenerateSerializer, Immutable, Alias("document-cursor")]
public sealed record DocumentCursor(int Year, DocumentKind Kind, int No);

/// <param name="Unit">Actor key of the unit it is about.</param>
[GenerateSerializer, Immutable, Alias("registered-document")]
public sealed record RegisteredDocument(string Unit, int Year, int No, DocumentView Document);

/// <param name="Next">Null on the last page.</param>
[GenerateSerializer, Immutable, Alias("document-page")]
public sealed record DocumentPage(ImmutableArray<RegisteredDocument> Documents, DocumentCursor? Next);

/// <summary>A file that facts refer to by its hash.</summary>
/// <param name="Unit">Actor key of the unit it is about.</param>
/// <param name="Hash">SHA-256, lower-case hex.</param>
/// <param name="Size">Bytes.</param>
[GenerateSerializer, Immutable, Alias("evidence-file")]
public sealed record EvidenceFile(
    string Unit,
    string Hash,
    string County,
    string MediaType,
    long Size,
    string? FileName,
    string UploadedBy,
    DateTimeOffset UploadedAt
);

/// <summary>Files beside the journal. Holds nothing, so any silo may answer.</summary>
public interface IEvidenceGrain : IGrainWithIntegerKey
{
    /// <summary>Answers after it is durable; false when the unit has that content already.</summary>
    /// <exception cref="RetryableFaultException">Repeat it.</exception>
    [Alias("Put")]
    Task<bool> Put(EvidenceFile file, Immutable<byte[]> content);

    /// <summary>Null when the unit has no such file.</summary>
    [Alias("Find")]
    Task<EvidenceFile?> Find(string unit, string hash);

    /// <summary>Null when the unit has no such file.</summary>
    [Alias("Content")]
    Task<Immutable<byte[]>?> Content(string unit, string hash);

    /// <summary>Those of the hashes the unit has no file of.</summary>
    [Alias("Missing")]
    Task<ImmutableArray<string>> Missing(string unit, ImmutableArray<string> hashes);
}
