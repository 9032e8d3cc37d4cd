namespace Supervision.Journal.Records;

/// <summary>A document that gets a number when its append is committed.</summary>
/// <param name="Id">Deterministic and unique within the stream, e.g. <c>notice:3</c>: asking for it twice numbers it once.</param>
/// <param name="Kind">What numbers are counted for besides county and year, e.g. <c>rectification-notice</c>.</param>
/// <param name="Year">The civil year on the document.</param>
public sealed record NewDocument(string Id, string Kind, int Year);

/// <param name="County">Of the head it was committed with; a stream that moves leaves its documents where they were numbered.</param>
/// <param name="Number">1, 2, 3, … without gaps for each county, year and kind.</param>
/// <param name="Version">Of the head it was committed with.</param>
/// <param name="IssuedAt">When the newest event of its append was recorded.</param>
public sealed record StoredDocument(
    string Stream,
    string Id,
    string County,
    int Year,
    string Kind,
    int Number,
    long Version,
    DateTimeOffset IssuedAt
);

/// <summary>Documents of one county, by year, kind and number.</summary>
/// <param name="County">Its whole code.</param>
/// <param name="After">Where the page before ended; null for the first.</param>
/// <param name="Take">1–1000.</param>
public sealed record DocumentQuery(string County, int? Year = null, string? Kind = null, DocumentPosition? After = null, int Take = 100);

public sealed record DocumentPosition(int Year, string Kind, int Number)
{
    public static DocumentPosition Of(StoredDocument document) => new(document.Year, document.Kind, document.Number);
}

/// <summary>How an issue stands after an append; replaces the row of the same stream and number.</summary>
/// <param name="Number">Counts within the stream, from 1.</param>
/// <param name="DueOn">Last civil day on which it is in time; null when it has no term.</param>
/// <param name="ClosedAt">Null while it is open.</param>
/// <param name="Payload">What a list shows of it, as UTF-8 JSON; at most 1 MiB.</param>
public sealed record IssueRow(
    int Number,
    string State,
    string Severity,
    string Category,
    DateTimeOffset OpenedAt,
    DateOnly? DueOn,
    DateTimeOffset? ClosedAt,
    ReadOnlyMemory<byte> Payload
);

/// <param name="County">Of the stream's head now, not when it was opened.</param>
/// <param name="Inspector">Of the stream's head now; null when there is none.</param>
public sealed record StoredIssueRow(
    string Stream,
    int Number,
    string County,
    string? Inspector,
    string State,
    string Severity,
    string Category,
    DateTimeOffset OpenedAt,
    DateOnly? DueOn,
    DateTimeOffset? ClosedAt,
    ReadOnlyMemory<byte> Payload
);

/// <summary>Issues that meet every condition given, newest opening first, then by stream and number.</summary>
/// <param name="CountyPrefix">Leading digits of the county code: six for one county, four for a city, two for a province; empty for all.</param>
/// <param name="States">Any of these; null for all, empty for none.</param>
/// <param name="CategoryPrefix">How the category begins.</param>
/// <param name="OpenOnly">Only issues not closed.</param>
/// <param name="DueBefore">Only issues with a term before this day.</param>
/// <param name="After">Where the page before ended; null for the first.</param>
/// <param name="Take">1–1000.</param>
/// <param name="WithoutStreams">Streams to leave out; null for none.</param>
public sealed record IssueQuery(
    string CountyPrefix,
    IReadOnlyList<string>? States = null,
    string? Severity = null,
    string? CategoryPrefix = null,
    string? Stream = null,
    string? Inspector = null,
    bool OpenOnly = false,
    DateOnly? DueBefore = null,
    IssuePosition? After = null,
    int Take = 100,
    IReadOnlyList<string>? WithoutStreams = null
);

public sealed record IssuePosition(DateTimeOffset OpenedAt, string Stream, int Number)
{
    public static IssuePosition Of(StoredIssueRow issue) => new(issue.OpenedAt, issue.Stream, issue.Number);
}
