namespace Supervision.Gateway.Views;

/// <summary>
/// A row of a board, as <see cref="RowView"/> but for its reasons: those are places in the <see cref="BoardWords"/> of the message that brings
/// the row. A county's units share most of them, and written out in both languages they were three quarters of a board.
/// </summary>
/// <param name="Reasons">The first gives the colour.</param>
public sealed record BoardRow(
    string Unit,
    long Version,
    UnitKind Kind,
    string Code,
    string Name,
    string County,
    string? Town,
    string? TownName,
    string Category,
    UnitStatus Status,
    int? Students,
    string? Inspector,
    Colour Colour,
    Period Period,
    DutyState State,
    int Required,
    int Done,
    ImmutableArray<DutyMark> Recent,
    DateTimeOffset? LastVisitAt,
    int AwaitingApproval,
    ImmutableArray<int> Reasons,
    DateTimeOffset? NextDueAt,
    BoardCases Cases,
    string? Central
)
{
    /// <summary>Degrees east by the roster; null when unknown.</summary>
    public double? Longitude { get; init; }

    /// <summary>Degrees north by the roster.</summary>
    public double? Latitude { get; init; }
}

/// <summary>The compliance axis in a row of a board, as <see cref="CaseRow"/>.</summary>
/// <param name="Reasons">The most pressing five, as places in <see cref="BoardWords.Reasons"/>.</param>
public sealed record BoardCases(
    Colour Colour,
    ImmutableArray<int> Reasons,
    int OpenIssues,
    int OverdueIssues,
    Rung Rung,
    ImmutableArray<WaitingDecision> Waiting
);

/// <summary>A reason as <see cref="ReasonView"/>, its texts as places in <see cref="BoardWords.Texts"/>.</summary>
public sealed record BoardReason(
    string Code,
    int Text,
    int Clause,
    int? Clears,
    int? Next,
    DateTimeOffset Since,
    DateTimeOffset? NextChangeAt,
    ImmutableArray<string> Evidence
);

/// <summary>What the rows of one message refer to by place, each once.</summary>
public sealed record BoardWords(IReadOnlyList<Text> Texts, IReadOnlyList<BoardReason> Reasons);

/// <summary>Writes the rows of one message, and gathers their words.</summary>
public sealed class BoardPacker
{
    private readonly List<Text> _texts = [];
    private readonly List<BoardReason> _reasons = [];
    private readonly Dictionary<Text, int> _textPlaces = [];
    private readonly Dictionary<(string, int, int, int?, int?, DateTimeOffset, DateTimeOffset?), int> _reasonPlaces = [];

    /// <summary>Of the rows so far.</summary>
    public BoardWords Words => new(_texts, _reasons);

    public IReadOnlyList<BoardRow> Rows(IEnumerable<RowView> rows) => [.. rows.Select(Row)];

    private BoardRow Row(RowView row) =>
        new(
            row.Unit,
            row.Version,
            row.Kind,
            row.Code,
            row.Name,
            row.County,
            row.Town,
            row.TownName,
            row.Category,
            row.Status,
            row.Students,
            row.Inspector,
            row.Colour,
            row.Period,
            row.State,
            row.Required,
            row.Done,
            row.Recent,
            row.LastVisitAt,
            row.AwaitingApproval,
            Places(row.Reasons),
            row.NextDueAt,
            new(
                row.Cases.Colour,
                Places(row.Cases.Reasons),
                row.Cases.OpenIssues,
                row.Cases.OverdueIssues,
                row.Cases.Rung,
                row.Cases.Waiting
            ),
            row.Central
        )
        {
            Longitude = row.Longitude,
            Latitude = row.Latitude,
        };

    private ImmutableArray<int> Places(ImmutableArray<ReasonView> reasons) => [.. reasons.Select(Place)];

    private int Place(ReasonView reason)
    {
        var written = new BoardReason(
            reason.Code,
            Place(reason.Text),
            Place(reason.Clause),
            reason.Clears is { } clears ? Place(clears) : null,
            reason.Next is { } next ? Place(next) : null,
            reason.Since,
            reason.NextChangeAt,
            reason.Evidence
        );
        // Evidence is a unit's own: a reason that has some is shared with nobody.
        var place = _reasons.Count;
        if (
            reason.Evidence.IsEmpty
            && !_reasonPlaces.TryAdd(
                (written.Code, written.Text, written.Clause, written.Clears, written.Next, written.Since, written.NextChangeAt),
                place
            )
        )
            return _reasonPlaces[
                (written.Code, written.Text, written.Clause, written.Clears, written.Next, written.Since, written.NextChangeAt)
            ];
        _reasons.Add(written);
        return place;
    }

    private int Place(Text text)
    {
        if (_textPlaces.TryAdd(text, _texts.Count))
            _texts.Add(text);
        return _textPlaces[text];
    }
}
